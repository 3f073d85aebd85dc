namespace SpatialIndex.Tests;

/// <summary>The direct problem of navigation, to make points at a chosen distance.</summary>
internal static class Sphere
{
    /// <summary>The place so many metres from a start along the great circle that leaves at a bearing, clockwise from north.</summary>
    public static GeoPoint Travel(GeoPoint start, double meters, double bearingDegrees)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(start.Latitude));
        (double sinAngle, double cosAngle) = Math.SinCos(meters / Haversine.EarthRadiusMeters);
        (double sinBearing, double cosBearing) = Math.SinCos(double.DegreesToRadians(bearingDegrees));
        double sine = Math.Clamp((sinLatitude * cosAngle) + (cosLatitude * sinAngle * cosBearing), -1, 1);
        double turn = Math.Atan2(sinBearing * sinAngle * cosLatitude, cosAngle - (sinLatitude * sine));
        return Geo.Wrap(double.RadiansToDegrees(Math.Asin(sine)), start.Longitude + double.RadiansToDegrees(turn));
    }
}

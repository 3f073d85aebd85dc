namespace SpatialIndex;

/// <summary>A point of the unit sphere in Cartesian coordinates: x to 0° 0°, y to 0° 90° E, z to the north pole.</summary>
internal readonly struct UnitVector
{
    private const double RadiansPerDegree = Math.PI / 180;

    public UnitVector(GeoPoint point)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(point.Latitude * RadiansPerDegree);
        (double sinLongitude, double cosLongitude) = Math.SinCos(point.Longitude * RadiansPerDegree);
        X = cosLatitude * cosLongitude;
        Y = cosLatitude * sinLongitude;
        Z = sinLatitude;
    }

    public double X { get; }

    public double Y { get; }

    public double Z { get; }
}

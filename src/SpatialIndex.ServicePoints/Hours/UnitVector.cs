namespace SpatialIndex.ServicePoints.Hours;

/// <summary>A direction from the centre of the sphere.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    public static UnitVector Of(GeoPoint point)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return new UnitVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>The cosine of the angle between two directions: the larger, the nearer.</summary>
    public double Dot(UnitVector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);
}

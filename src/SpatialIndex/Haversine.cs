namespace SpatialIndex;

/// <summary>
/// Great-circle distances on a sphere of radius 6 371 008.8 m (the mean radius R₁ of the IUGG), in double precision.
/// </summary>
/// <remarks>
/// R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), 159: hav d = hav Δφ + cos φ₁ cos φ₂ hav Δλ.
/// Unlike the law of cosines it keeps its digits at short range: the distance of a point from itself is 0.
/// </remarks>
public static class Haversine
{
    /// <summary>The radius of the sphere, in metres.</summary>
    public const double EarthRadiusMeters = 6_371_008.8;

    /// <summary>Half the circumference: no two points are farther apart, in metres.</summary>
    public const double MaxDistanceMeters = Math.PI * EarthRadiusMeters;

    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>The distance along the surface in metres, 0 to <see cref="MaxDistanceMeters"/>. Symmetric; allocates nothing.</summary>
    public static double DistanceMeters(GeoPoint from, GeoPoint to) =>
        DistanceMeters(from.Latitude, from.Longitude, to.Latitude, to.Longitude);

    internal static double DistanceMeters(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude)
    {
        double sinHalfLatitude = Math.Sin((toLatitude - fromLatitude) * (RadiansPerDegree / 2));
        double sinHalfLongitude = Math.Sin(LongitudeDifference(fromLongitude, toLongitude) * (RadiansPerDegree / 2));
        double haversine = (sinHalfLatitude * sinHalfLatitude)
            + (Math.Cos(fromLatitude * RadiansPerDegree) * Math.Cos(toLatitude * RadiansPerDegree) * sinHalfLongitude * sinHalfLongitude);
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    /// <summary>
    /// The difference in degrees, of which only the sine of the half is used. The antimeridian counts by that of its two names,
    /// 180 and −180, which is nearer to the other longitude: so both give the same distance to the last bit.
    /// </summary>
    private static double LongitudeDifference(double from, double to)
    {
        double difference = to - from;
        if (Math.Abs(difference) > 180)
        {
            if (Math.Abs(to) == 180)
            {
                return -to - from;
            }

            if (Math.Abs(from) == 180)
            {
                return to + from;
            }
        }

        return difference;
    }
}

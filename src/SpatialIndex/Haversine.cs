using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>
/// Great-circle distances on a sphere of radius 6 371 008.8 m (the mean radius R₁ of the IUGG), in double precision. The same
/// points give the same bits on every machine.
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

    /// <summary>The distance along the surface in metres, 0 to <see cref="MaxDistanceMeters"/>. Symmetric; allocates nothing.</summary>
    public static double DistanceMeters(GeoPoint from, GeoPoint to) =>
        DistanceMeters(from.Latitude, from.Longitude, to.Latitude, to.Longitude);

    internal static double DistanceMeters(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) =>
        HaversineKernel.DistanceMeters(fromLatitude, fromLongitude, CosineOfDegrees(fromLatitude), toLatitude, toLongitude);

    /// <summary>
    /// Distances from one point to many, to the bit those of <see cref="DistanceMeters(GeoPoint, GeoPoint)"/>. The arrays are given
    /// by their first elements and have room for <paramref name="count"/> rounded up to a multiple of 8; what is written from
    /// <paramref name="count"/> on means nothing.
    /// </summary>
    internal static void DistancesMeters(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double distances, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            HaversineKernel.DistancesMetersByVector512(latitude, longitude, ref latitudes, ref longitudes, ref distances, count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            HaversineKernel.DistancesMetersByVector256(latitude, longitude, ref latitudes, ref longitudes, ref distances, count);
        }
        else
        {
            HaversineKernel.DistancesMetersByScalar(latitude, longitude, ref latitudes, ref longitudes, ref distances, count);
        }
    }

    /// <summary>The haversines, 0 to 1, of the angles between one point and many; arrays as for <see cref="DistancesMeters"/>.</summary>
    internal static void Haversines(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double haversines, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            HaversineKernel.HaversinesByVector512(latitude, longitude, ref latitudes, ref longitudes, ref haversines, count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            HaversineKernel.HaversinesByVector256(latitude, longitude, ref latitudes, ref longitudes, ref haversines, count);
        }
        else
        {
            HaversineKernel.HaversinesByScalar(latitude, longitude, ref latitudes, ref longitudes, ref haversines, count);
        }
    }

    internal static double CosineOfDegrees(double latitude) => HaversineKernel.CosineOfDegrees(latitude);
}

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>
/// Points on the sphere of radius 1 as columns, in whole blocks; those that fill up the last block are NaN, at no distance from
/// anything.
/// </summary>
internal sealed class UnitVectors
{
    /// <summary>Two vectors of 512 bits.</summary>
    public const int BlockSize = 16;

    public UnitVectors(ReadOnlySpan<GeoPoint> points)
    {
        PaddedCount = (points.Length + BlockSize - 1) / BlockSize * BlockSize;
        (X, Y, Z) = (new double[PaddedCount], new double[PaddedCount], new double[PaddedCount]);
        for (int i = 0; i < PaddedCount; i++)
        {
            (X[i], Y[i], Z[i]) = i < points.Length ? FromDegrees(points[i]) : (double.NaN, double.NaN, double.NaN);
        }
    }

    public int PaddedCount { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public double[] Z { get; }

    public static (double X, double Y, double Z) FromDegrees(GeoPoint point)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return (cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }
}

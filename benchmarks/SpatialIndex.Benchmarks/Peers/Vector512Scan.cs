using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>
/// No index: every point is compared, sixteen at a time, by the squared chord between unit vectors in double precision. The few
/// that come under the bound are tested against the filter, one by one, and the answer is put into the order of its haversines.
/// </summary>
internal sealed class Vector512Scan(PointTable table) : IPeer
{
    private const int PointsInVector = 4;
    private readonly UnitVectors _vectors = new(table.Points);

    public int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter)
    {
        int count = LeastChords(center, results, double.PositiveInfinity, filter);
        table.Rank(results[..count], center);
        return count;
    }

    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results)
    {
        double halfChord = Math.Sin(Math.Min(radiusMeters / Haversine.EarthRadiusMeters, Math.PI) / 2);

        // Widened for the rounding of the vectors: 4e-16 of a chord, which for a chord c is less than 1e-9 c² + 1e-21 of its square.
        double limit = (4 * halfChord * halfChord * (1 + 1e-9)) + 1e-21;
        int count = LeastChords(center, results, limit, default);
        table.Rank(results[..count], center);
        while (count > 0 && results[count - 1].DistanceMeters > radiusMeters)
        {
            count--;
        }

        return count;
    }

    /// <summary>Four points at a time, as pairs of degrees, against four pairs of corners; stops when the results are full.</summary>
    public int AnyInBox(BoundingBox box, Span<Neighbor> results)
    {
        (GeoPoint lowest, GeoPoint highest) = Ranges(box);
        Vector512<double> low = Repeat(lowest);
        Vector512<double> high = Repeat(highest);
        ReadOnlySpan<Vector512<double>> vectors = MemoryMarshal.Cast<GeoPoint, Vector512<double>>(table.Points);
        int count = 0;
        for (int i = 0; i < vectors.Length && count < results.Length; i++)
        {
            Vector512<double> degrees = vectors[i];
            Vector512<double> inRange = Vector512.GreaterThanOrEqual(degrees, low) & Vector512.LessThanOrEqual(degrees, high);
            ulong bits = inRange.ExtractMostSignificantBits();
            if ((bits & (bits >> 1) & 0b01010101) != 0)
            {
                count = TakeInBox(box, i * PointsInVector, (i + 1) * PointsInVector, results, count);
            }
        }

        return TakeInBox(box, vectors.Length * PointsInVector, table.Count, results, count);
    }

    /// <summary>
    /// Ranges of both coordinates that no point in the box lies outside of: all longitudes if the box touches the antimeridian.
    /// </summary>
    private static (GeoPoint Lowest, GeoPoint Highest) Ranges(BoundingBox box)
    {
        bool allLongitudes = box.CrossesAntimeridian || box.SouthWest.Longitude == -180 || box.NorthEast.Longitude == 180;
        return allLongitudes
            ? (box.SouthWest with { Longitude = -180 }, box.NorthEast with { Longitude = 180 })
            : (box.SouthWest, box.NorthEast);
    }

    private static Vector512<double> Repeat(GeoPoint point) =>
        Vector512.Create(MemoryMarshal.Cast<GeoPoint, double>([point, point, point, point]));

    private int TakeInBox(BoundingBox box, int from, int to, Span<Neighbor> results, int count)
    {
        for (int number = from; number < to && count < results.Length; number++)
        {
            if (box.Contains(table.Points[number]))
            {
                results[count++] = new Neighbor(number, 0, double.NaN);
            }
        }

        return count;
    }

    /// <summary>
    /// The matching points with the least squared chords below a limit. They are met in order of their numbers, so a tie never
    /// displaces one.
    /// </summary>
    private int LeastChords(GeoPoint center, Span<Neighbor> results, double limit, PointFilter filter)
    {
        (double x, double y, double z) = UnitVectors.FromDegrees(center);
        (Vector512<double> centerX, Vector512<double> centerY, Vector512<double> centerZ) =
            (Vector512.Create(x), Vector512.Create(y), Vector512.Create(z));
        ref double columnX = ref MemoryMarshal.GetArrayDataReference(_vectors.X);
        ref double columnY = ref MemoryMarshal.GetArrayDataReference(_vectors.Y);
        ref double columnZ = ref MemoryMarshal.GetArrayDataReference(_vectors.Z);
        var nearest = new NearestList(results, limit);
        Vector512<double> bound = Vector512.Create(nearest.Bound);
        for (int block = 0; block < _vectors.PaddedCount; block += UnitVectors.BlockSize)
        {
            nuint first = (nuint)block;
            nuint second = first + (nuint)Vector512<double>.Count;
            Vector512<double> chords = SquaredLength(
                Vector512.LoadUnsafe(ref columnX, first) - centerX,
                Vector512.LoadUnsafe(ref columnY, first) - centerY,
                Vector512.LoadUnsafe(ref columnZ, first) - centerZ);
            Vector512<double> moreChords = SquaredLength(
                Vector512.LoadUnsafe(ref columnX, second) - centerX,
                Vector512.LoadUnsafe(ref columnY, second) - centerY,
                Vector512.LoadUnsafe(ref columnZ, second) - centerZ);
            Vector512<double> isCloser = Vector512.LessThan(chords, bound);
            Vector512<double> isMoreCloser = Vector512.LessThan(moreChords, bound);
            if ((isCloser | isMoreCloser) != Vector512<double>.Zero)
            {
                Take(chords, isCloser, block, filter, ref nearest);
                Take(moreChords, isMoreCloser, block + Vector512<double>.Count, filter, ref nearest);
                bound = Vector512.Create(nearest.Bound);
            }
        }

        return nearest.Count;
    }

    private static Vector512<double> SquaredLength(Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
        Vector512.FusedMultiplyAdd(x, x, Vector512.FusedMultiplyAdd(y, y, z * z));

    private void Take(Vector512<double> chords, Vector512<double> isCloser, int firstNumber, PointFilter filter, ref NearestList nearest)
    {
        for (ulong bits = isCloser.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
        {
            int lane = BitOperations.TrailingZeroCount(bits);
            if (chords[lane] < nearest.Bound && table.Matches(firstNumber + lane, filter))
            {
                nearest.Add(firstNumber + lane, chords[lane]);
            }
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>Over the runs of the classes that the filter keeps, see <see cref="ClassRuns"/>.</summary>
internal readonly unsafe ref struct ClassRunScan<TTest, TArea>(ref readonly KdTreeView tree, GeoPoint center, TTest test, TArea area) : ICandidateSource
    where TTest : struct, IPointTest
    where TArea : struct, IArea
{
    private readonly ref readonly KdTreeView _tree = ref tree;

    public CollectResult Collect<TCollector>(ref SearchLimit limit, ref TCollector collector)
        where TCollector : struct, ICandidateCollector, allows ref struct
    {
        float* chords = stackalloc float[ClassRuns.Group];
        UnitVector query = UnitVector.Of(center.Latitude, center.Longitude);
        foreach (int number in test.Classes(_tree))
        {
            (int start, int end) = _tree.RunOf(number);
            for (; start < end; start += ClassRuns.Group)
            {
                if (!Visit(start, Math.Min(ClassRuns.Group, end - start), query, chords, ref limit, ref collector))
                {
                    return CollectResult.Flooded;
                }
            }
        }

        return CollectResult.Complete;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Visit<TCollector>(
        int start, int count, in UnitVector query, float* chords, ref SearchLimit limit, ref TCollector collector)
        where TCollector : struct, ICandidateCollector, allows ref struct
    {
        test.LookAt(count);
        uint bits = (uint)((1UL << count) - 1)
            & Chords(_tree.RunPositions + start, _tree.Layout.PaddedRunLength, query, limit.ForPoints(ClassRuns.PositionError), chords);
        if (bits == 0)
        {
            return true;
        }

        var rows = new ListedRows(_tree.RunRows + start);
        bits = area.Contained(_tree, rows, test.MatchingInRun(_tree, start, bits));
        return bits == 0 || collector.Take(_tree, bits, rows, chords, ClassRuns.PositionError, ref limit);
    }

    /// <summary>Writes the squared chords to a group of points and returns those up to the limit, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Chords(float* positions, int stride, in UnitVector query, float limit, float* chords)
    {
        var x = (float)query.X;
        var y = (float)query.Y;
        var z = (float)query.Z;
        ulong within = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < ClassRuns.Group; i += Vector512<float>.Count)
            {
                Vector512<float> dx = Vector512.Load(positions + i) - Vector512.Create(x);
                Vector512<float> dy = Vector512.Load(positions + stride + i) - Vector512.Create(y);
                Vector512<float> dz = Vector512.Load(positions + (2 * stride) + i) - Vector512.Create(z);
                Vector512<float> chord = (dx * dx) + (dy * dy) + (dz * dz);
                chord.Store(chords + i);
                within |= Vector512.LessThanOrEqual(chord, Vector512.Create(limit)).ExtractMostSignificantBits() << i;
            }

            return (uint)within;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (int i = 0; i < ClassRuns.Group; i += Vector256<float>.Count)
            {
                Vector256<float> dx = Vector256.Load(positions + i) - Vector256.Create(x);
                Vector256<float> dy = Vector256.Load(positions + stride + i) - Vector256.Create(y);
                Vector256<float> dz = Vector256.Load(positions + (2 * stride) + i) - Vector256.Create(z);
                Vector256<float> chord = (dx * dx) + (dy * dy) + (dz * dz);
                chord.Store(chords + i);
                within |= (ulong)Vector256.LessThanOrEqual(chord, Vector256.Create(limit)).ExtractMostSignificantBits() << i;
            }

            return (uint)within;
        }

        for (int i = 0; i < ClassRuns.Group; i++)
        {
            float dx = positions[i] - x;
            float dy = positions[stride + i] - y;
            float dz = positions[(2 * stride) + i] - z;
            chords[i] = (dx * dx) + (dy * dy) + (dz * dz);
            within |= chords[i] <= limit ? 1UL << i : 0;
        }

        return (uint)within;
    }
}

using System.Runtime.CompilerServices;

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
        (float x, float y, float z) = ((float)query.X, (float)query.Y, (float)query.Z);
        foreach (int number in test.Classes(_tree))
        {
            (int start, int end) = _tree.RunOf(number);
            for (; start < end; start += ClassRuns.Group)
            {
                if (!Visit(start, Math.Min(ClassRuns.Group, end - start), x, y, z, chords, ref limit, ref collector))
                {
                    return CollectResult.Flooded;
                }
            }
        }

        return CollectResult.Complete;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Visit<TCollector>(
        int start, int count, float x, float y, float z, float* chords, ref SearchLimit limit, ref TCollector collector)
        where TCollector : struct, ICandidateCollector, allows ref struct
    {
        test.LookAt(count);
        uint bits = (uint)((1UL << count) - 1)
            & RunChords.Measure(_tree.RunPositions + start, _tree.Layout.PaddedRunLength, x, y, z, limit.ForPoints(ClassRuns.PositionError), chords);
        if (bits == 0)
        {
            return true;
        }

        var rows = new ListedRows(_tree.RunRows + start);
        bits = area.Contained(_tree, rows, test.MatchingInRun(_tree, start, bits));
        return bits == 0 || collector.Take(_tree, bits, rows, chords, ClassRuns.PositionError, ref limit);
    }
}

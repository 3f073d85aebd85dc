namespace SpatialIndex;

/// <summary>The points with the lowest ids, wherever they are.</summary>
internal readonly unsafe ref struct LowestIdsQuery(Span<Neighbor> results) : IQuery
{
    /// <summary>What a point of a run costs as against a row in the order of ids: it is far from the one before it.</summary>
    private const int RunPointCost = 4;

    private readonly Span<Neighbor> _results = results;

    public int Run<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest
    {
        int points = test.PointsInRuns(tree);
        return points >= 0 && RunPointCost * points < (double)tree.Count * _results.Length / (points + 1) ? FromRuns(tree, test) : InOrder(tree, test);
    }

    private int InOrder<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest
    {
        int count = 0;
        for (int i = 0; i < tree.Count && count < _results.Length; i++)
        {
            int row = tree.RowsById[i];
            if (test.Matches(tree, row))
            {
                _results[count++] = new Neighbor(tree.Records[row].Id, row, double.NaN);
            }
        }

        return count;
    }

    private int FromRuns<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest
    {
        var lowest = new LowestIdCollector(_results);
        foreach (int number in test.Classes(tree))
        {
            (int start, int end) = tree.RunOf(number);
            for (int i = start; i < end; i++)
            {
                if (test.MatchingInRun(tree, i, 1) != 0)
                {
                    lowest.Take(tree.Records[tree.RunRows[i]].Id, tree.RunRows[i]);
                }
            }
        }

        return lowest.Sort();
    }
}

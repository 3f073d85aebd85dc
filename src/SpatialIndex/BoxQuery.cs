namespace SpatialIndex;

/// <summary>The points in a box with the lowest ids, or just any.</summary>
internal readonly ref struct BoxQuery(BoundingBox box, bool isAnyOrder, Span<Neighbor> results) : IQuery
{
    private readonly Span<Neighbor> _results = results;

    public int Run<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest
    {
        if (_results.IsEmpty)
        {
            return 0;
        }

        test.Follow(SearchPlan.Tree);
        if (isAnyOrder)
        {
            var first = new FirstRowCollector(_results);
            KdTreeBoxSearch.Collect(tree, box, test, ref first);
            return first.Count;
        }

        var lowest = new LowestIdCollector(_results);
        KdTreeBoxSearch.Collect(tree, box, test, ref lowest);
        return lowest.Sort();
    }
}

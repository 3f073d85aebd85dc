namespace SpatialIndex.Tests;

/// <summary>A point test that fails a search when it leaves the tree or does not end.</summary>
internal readonly unsafe struct AuditedPoints<TTest>(TTest test, int* steps) : IPointTest
    where TTest : struct, IPointTest
{
    public bool MayMatch(in KdTreeView tree) => test.MayMatch(tree);

    public uint MatchingChildren(in KdTreeView tree, int node)
    {
        Audit(tree, node, tree.Layout.Shape.NodeCount);
        return test.MatchingChildren(tree, node);
    }

    public uint MatchingRows(in KdTreeView tree, int firstRow, uint rows)
    {
        Audit(tree, firstRow, tree.Count);
        return test.MatchingRows(tree, firstRow, rows);
    }

    public void Prefetch(in KdTreeView tree, int firstRow) => test.Prefetch(tree, firstRow);

    public bool Matches(in KdTreeView tree, int row)
    {
        Audit(tree, row, tree.Count);
        return test.Matches(tree, row);
    }

    /// <summary>A search walks the tree at most once for each range of longitudes, or twice when it must start again.</summary>
    private void Audit(in KdTreeView tree, int number, int end)
    {
        Assert.InRange(number, 0, end - 1);
        Assert.InRange(++*steps, 1, LongitudeRange.MaxCount * (tree.Layout.Shape.NodeCount + tree.Count));
    }
}

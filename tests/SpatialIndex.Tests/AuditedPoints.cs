namespace SpatialIndex.Tests;

/// <summary>A point test that fails a search when it leaves the tree or does not end.</summary>
internal readonly unsafe struct AuditedPoints<TTest>(TTest test, int* steps) : IPointTest
    where TTest : struct, IPointTest
{
    public bool MayMatch(in KdTreeView tree) => test.MayMatch(tree);

    public PlannedSearch Plan(in KdTreeView tree, int wanted, bool isBounded) => test.Plan(tree, wanted, isBounded);

    public int PointsInRuns(in KdTreeView tree) => test.PointsInRuns(tree);

    public ClassNumbers Classes(in KdTreeView tree) => test.Classes(tree);

    public uint ChildrenOfClass(in KdTreeView tree, int node) => test.ChildrenOfClass(tree, node);

    public uint ChildrenOfAge(in KdTreeView tree, int node) => test.ChildrenOfAge(tree, node);

    public void LookAt(int points)
    {
    }

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

    public void Follow(SearchPlan plan)
    {
    }

    public uint MatchingInRun(in KdTreeView tree, int place, uint bits)
    {
        Audit(tree, tree.RunRows[place], tree.Count);
        return test.MatchingInRun(tree, place, bits);
    }

    /// <summary>A search walks the tree at most once for each range of longitudes, or twice when it must start again.</summary>
    private void Audit(in KdTreeView tree, int number, int end)
    {
        Assert.InRange(number, 0, end - 1);
        Assert.InRange(++*steps, 1, LongitudeRange.MaxCount * (tree.Layout.Shape.NodeCount + tree.Count));
    }
}

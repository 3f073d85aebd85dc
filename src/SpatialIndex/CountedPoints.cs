using System.Numerics;

namespace SpatialIndex;

/// <summary>Keeps what another test keeps, and counts what it is asked.</summary>
internal readonly unsafe struct CountedPoints<TTest>(TTest test, SearchWork* work) : IPointTest
    where TTest : struct, IPointTest
{
    public bool MayMatch(in KdTreeView tree) => test.MayMatch(tree);

    public PlannedSearch Plan(in KdTreeView tree, int wanted, bool isBounded) => test.Plan(tree, wanted, isBounded);

    public void Follow(SearchPlan plan) => work->Plan = plan;

    public int PointsInRuns(in KdTreeView tree) => test.PointsInRuns(tree);

    public uint MatchingChildren(in KdTreeView tree, int node)
    {
        uint children = tree.Layout.ChildrenOf(node);
        uint ofClass = children & test.ChildrenOfClass(tree, node);
        uint matching = ofClass & test.ChildrenOfAge(tree, node);
        work->Nodes++;
        work->Roots += node == tree.Layout.Shape.NodeCount - 1 ? 1 : 0;
        work->Reached += BitOperations.PopCount(matching);
        work->PrunedByClass += BitOperations.PopCount(children) - BitOperations.PopCount(ofClass);
        work->PrunedByExpiry += BitOperations.PopCount(ofClass) - BitOperations.PopCount(matching);
        return matching;
    }

    public uint ChildrenOfClass(in KdTreeView tree, int node) => test.ChildrenOfClass(tree, node);

    public uint ChildrenOfAge(in KdTreeView tree, int node) => test.ChildrenOfAge(tree, node);

    public void LookAt(int points)
    {
        work->Leaves++;
        work->PointsTested += points;
    }

    public void Prefetch(in KdTreeView tree, int firstRow) => test.Prefetch(tree, firstRow);

    public uint MatchingRows(in KdTreeView tree, int firstRow, uint rows) => test.MatchingRows(tree, firstRow, rows);

    public bool Matches(in KdTreeView tree, int row) => test.Matches(tree, row);

    public uint MatchingInRun(in KdTreeView tree, int place, uint bits) => test.MatchingInRun(tree, place, bits);

    public ClassNumbers Classes(in KdTreeView tree) => test.Classes(tree);
}

namespace SpatialIndex;

/// <summary>Keeps all points.</summary>
internal readonly struct EveryPoint : IPointTest
{
    public bool MayMatch(in KdTreeView tree) => true;

    public PlannedSearch Plan(in KdTreeView tree, int wanted, bool isBounded) => PlannedSearch.OfTree;

    public void Follow(SearchPlan plan)
    {
    }

    public int PointsInRuns(in KdTreeView tree) => -1;

    public uint MatchingChildren(in KdTreeView tree, int node) => ushort.MaxValue;

    public uint ChildrenOfClass(in KdTreeView tree, int node) => ushort.MaxValue;

    public uint ChildrenOfAge(in KdTreeView tree, int node) => ushort.MaxValue;

    public void LookAt(int points)
    {
    }

    public void Prefetch(in KdTreeView tree, int firstRow)
    {
    }

    public uint MatchingRows(in KdTreeView tree, int firstRow, uint rows) => rows;

    public bool Matches(in KdTreeView tree, int row) => true;

    public uint MatchingInRun(in KdTreeView tree, int place, uint bits) => bits;

    public ClassNumbers Classes(in KdTreeView tree) => default;
}

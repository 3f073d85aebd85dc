namespace SpatialIndex;

/// <summary>Keeps all points.</summary>
internal readonly struct EveryPoint : IPointTest
{
    public bool MayMatch(in KdTreeView tree) => true;

    public uint MatchingChildren(in KdTreeView tree, int node) => ushort.MaxValue;

    public uint MatchingRows(in KdTreeView tree, int firstRow, uint rows) => rows;

    public void Prefetch(in KdTreeView tree, int firstRow)
    {
    }

    public bool Matches(in KdTreeView tree, int row) => true;
}

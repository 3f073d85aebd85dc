namespace SpatialIndex;

/// <summary>The whole sphere.</summary>
internal readonly unsafe struct Everywhere : IArea
{
    public uint ReachedChildren(KdTreeNode* node) => ushort.MaxValue;

    public uint ContainedRows(in KdTreeView tree, int firstRow, uint rows) => rows;
}

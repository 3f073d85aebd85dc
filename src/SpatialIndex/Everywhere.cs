namespace SpatialIndex;

/// <summary>The whole sphere.</summary>
internal readonly unsafe struct Everywhere : IArea
{
    public uint ReachedChildren(KdTreeNode* node) => ushort.MaxValue;

    public uint Contained<TRows>(in KdTreeView tree, TRows rows, uint bits)
        where TRows : struct, IRowNumbers => bits;
}

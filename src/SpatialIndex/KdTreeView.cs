namespace SpatialIndex;

/// <summary>The parts of a tree as pointers, valid while its memory is pinned: made once a query, on the stack.</summary>
internal readonly unsafe struct KdTreeView(KdTreeLayout layout, byte* start)
{
    public readonly KdTreeLayout Layout = layout;
    public readonly KdTreeNode* Nodes = (KdTreeNode*)(start + layout.Nodes);
    public readonly float* ChildCosines = (float*)(start + layout.ChildCosines);
    public readonly ulong* NodeClasses = (ulong*)(start + layout.NodeClasses);
    public readonly ushort* NodeExpiries = (ushort*)(start + layout.NodeExpiries);
    public readonly ushort* Cells = (ushort*)(start + layout.Cells);
    public readonly ushort* Classes = (ushort*)(start + layout.Classes);
    public readonly ushort* ExpiryRanks = (ushort*)(start + layout.ExpiryRanks);
    public readonly KdTreeRecord* Records = (KdTreeRecord*)(start + layout.Records);
    public readonly int* RowsById = (int*)(start + layout.RowsById);
    public readonly long* ExpiryTable = (long*)(start + layout.ExpiryTable);
    public readonly long* Expiries = (long*)(start + layout.Expiries);

    public readonly int Count = layout.Header.Count;

    /// <summary>The latitude cells of a leaf's rows, followed by their longitude cells.</summary>
    public ushort* CellsOf(int leaf) => Cells + (2L * KdTreeShape.LeafSize * leaf);

    /// <summary>The rows of a leaf that exist, as bits.</summary>
    public uint RowsOf(int leaf)
    {
        int rows = Count - (leaf * KdTreeShape.LeafSize);
        return rows >= KdTreeShape.LeafSize ? uint.MaxValue : (1u << rows) - 1;
    }
}

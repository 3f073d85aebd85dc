namespace SpatialIndex;

/// <summary>The parts of a tree as pointers, valid while its memory is pinned: made once a query, on the stack; those of every search are at hand.</summary>
internal readonly unsafe struct KdTreeView(KdTreeLayout layout, byte* start)
{
    public readonly KdTreeLayout Layout = layout;
    public readonly KdTreeNode* Nodes = (KdTreeNode*)(start + layout.Nodes);
    public readonly KdTreeSplits* Splits = (KdTreeSplits*)(start + layout.Splits);
    public readonly float* ChildCosines = (float*)(start + layout.ChildCosines);
    public readonly ushort* Cells = (ushort*)(start + layout.Cells);
    public readonly KdTreeRecord* Records = (KdTreeRecord*)(start + layout.Records);

    public readonly int Count = layout.Header.Count;

    private readonly byte* _start = start;

    public ulong* NodeClasses => (ulong*)(_start + Layout.NodeClasses);

    public ushort* NodeExpiries => (ushort*)(_start + Layout.NodeExpiries);

    public ushort* Classes => (ushort*)(_start + Layout.Classes);

    public ushort* ExpiryRanks => (ushort*)(_start + Layout.ExpiryRanks);

    public int* RowsById => (int*)(_start + Layout.RowsById);

    public int* ClassCounts => (int*)(_start + Layout.ClassCounts);

    public ushort* ClassExpiries => (ushort*)(_start + Layout.ClassExpiries);

    public int* RunStarts => (int*)(_start + Layout.RunStarts);

    public int* RunRows => (int*)(_start + Layout.RunRows);

    public float* RunPositions => (float*)(_start + Layout.RunPositions);

    public ushort* RunExpiries => (ushort*)(_start + Layout.RunExpiries);

    public long* ExpiryTable => (long*)(_start + Layout.ExpiryTable);

    public long* Expiries => (long*)(_start + Layout.Expiries);

    /// <summary>Where the run of a class begins and ends; only for classes that have one.</summary>
    public (int Start, int End) RunOf(int classNumber) => (RunStarts[classNumber], RunStarts[classNumber] + ClassCounts[classNumber]);

    /// <summary>The latitude cells of a leaf's rows, followed by their longitude cells.</summary>
    public ushort* CellsOf(int leaf) => Cells + (2L * KdTreeShape.LeafSize * leaf);

    /// <summary>The rows of a leaf that exist, as bits.</summary>
    public uint RowsOf(int leaf)
    {
        int rows = Count - (leaf * KdTreeShape.LeafSize);
        return rows >= KdTreeShape.LeafSize ? uint.MaxValue : (1u << rows) - 1;
    }
}

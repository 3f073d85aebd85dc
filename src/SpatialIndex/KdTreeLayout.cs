using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>
/// Where each part of a tree lies in its block of memory. Everything follows from the header; parts start at multiples of 64 bytes.
/// Numbers are little-endian.
/// </summary>
internal sealed class KdTreeLayout
{
    public const int Alignment = 64;

    /// <summary>Up to this many classes have a bit of their own in the nodes; above, classes of one remainder share one.</summary>
    public const int NodeClassBits = 1024;

    /// <summary>As many bytes as an array has, with room to align them.</summary>
    private static readonly int MaxLength = Array.MaxLength - Alignment;

    private readonly int[] _nodesOn;
    private readonly List<(string Name, int Start, int Length)> _parts = [];

    /// <exception cref="InvalidDataException">Such a tree would not fit into 2 GB.</exception>
    public KdTreeLayout(in KdTreeHeader header)
    {
        Header = header;
        Shape = new KdTreeShape(header.Count);
        _nodesOn = [.. Enumerable.Range(0, Shape.TopLevel + 1).Select(Shape.NodesOn)];
        FirstNodes = [.. Enumerable.Range(0, Shape.TopLevel + 1).Select(Shape.FirstNode)];
        ClassWords = ClassSet.WordCount(Math.Min(header.ClassCount, NodeClassBits));
        long end = KdTreeHeader.Size;
        long leafRows = (long)Shape.LeafCount * KdTreeShape.LeafSize;
        long nodes = Shape.NodeCount;
        Nodes = Next(nameof(Nodes), KdTreeNode.Size * nodes);
        Splits = Next(nameof(Splits), KdTreeSplits.Size * nodes);
        ChildCosines = Next(nameof(ChildCosines), 64 * nodes);
        NodeClasses = Next(nameof(NodeClasses), 128 * ClassWords * nodes);
        NodeExpiries = Next(nameof(NodeExpiries), 32 * nodes);
        Cells = Next(nameof(Cells), 4 * leafRows);
        Classes = Next(nameof(Classes), 2 * leafRows);
        ExpiryRanks = Next(nameof(ExpiryRanks), 2 * leafRows);
        Records = Next(nameof(Records), 24L * header.Count);
        RowsById = Next(nameof(RowsById), 4L * header.Count);
        ClassCounts = Next(nameof(ClassCounts), 4L * header.ClassCount);
        ClassExpiries = Next(nameof(ClassExpiries), 2L * header.ClassCount);
        RunStarts = Next(nameof(RunStarts), header.RunLength > 0 ? 4L * header.ClassCount : 0);
        RunRows = Next(nameof(RunRows), 4L * header.RunLength);
        RunPositions = Next(nameof(RunPositions), 12L * PaddedRunLength);
        RunExpiries = Next(nameof(RunExpiries), 2L * PaddedRunLength);
        ExpiryTable = Next(nameof(ExpiryTable), 8L * header.ExpiryTableLength);
        Expiries = Next(nameof(Expiries), header.HasExpiries ? 8L * header.Count : 0);
        Length = (int)end;

        int Next(string name, long length)
        {
            long start = (end + Alignment - 1) / Alignment * Alignment;
            end = start + length;
            if (end > MaxLength)
            {
                throw new InvalidDataException($"A tree of {Header.Count} points would need more than 2 GB.");
            }

            _parts.Add((name, (int)start, (int)length));
            return (int)start;
        }
    }

    public KdTreeHeader Header { get; }

    public KdTreeShape Shape { get; }

    /// <summary>The number of the first node of each level.</summary>
    public int[] FirstNodes { get; }

    /// <summary>Words of 64 bits a child in <see cref="NodeClasses"/>.</summary>
    public int ClassWords { get; }

    /// <summary>The bytes of the whole tree.</summary>
    public int Length { get; }

    /// <summary>The parts after the header, in order.</summary>
    public IReadOnlyList<(string Name, int Start, int Length)> Parts => _parts;

    /// <summary>A <see cref="KdTreeNode"/> each, level 1 first.</summary>
    public int Nodes { get; }

    /// <summary>A <see cref="KdTreeSplits"/> a node.</summary>
    public int Splits { get; }

    /// <summary>16 floats a node: the least cosine of a latitude below each child.</summary>
    public int ChildCosines { get; }

    /// <summary>A node has <see cref="ClassWords"/> times 16 words: first the first word of each child, then the second of each, …</summary>
    public int NodeClasses { get; }

    /// <summary>16 ranks a node: the greatest expiry rank below each child.</summary>
    public int NodeExpiries { get; }

    /// <summary>A leaf has the latitude cells of its 32 rows, then their longitude cells, 16 bits each.</summary>
    public int Cells { get; }

    /// <summary>16 bits a row.</summary>
    public int Classes { get; }

    /// <summary>16 bits a row: where its expiry stands in <see cref="ExpiryTable"/>.</summary>
    public int ExpiryRanks { get; }

    /// <summary>A <see cref="KdTreeRecord"/> a row.</summary>
    public int Records { get; }

    /// <summary>32 bits a row: the rows in ascending order of their ids.</summary>
    public int RowsById { get; }

    /// <summary>32 bits a class: how many points it has.</summary>
    public int ClassCounts { get; }

    /// <summary>16 bits a class: its greatest expiry rank.</summary>
    public int ClassExpiries { get; }

    /// <summary>32 bits a class: where its run starts, or −1 when it has none; nothing when no class has one.</summary>
    public int RunStarts { get; }

    /// <summary>32 bits for each point of a run: its row.</summary>
    public int RunRows { get; }

    /// <summary>The unit vectors of the points of all runs in float: first every x, then every y, then every z.</summary>
    public int RunPositions { get; }

    /// <summary>16 bits for each point of a run: its expiry rank.</summary>
    public int RunExpiries { get; }

    /// <summary>How many numbers <see cref="RunExpiries"/> and each axis of <see cref="RunPositions"/> have: runs are read 32 points at a time.</summary>
    public int PaddedRunLength => Header.RunLength == 0 ? 0 : Header.RunLength + ClassRuns.Group;

    /// <summary>64 bits a rank: the latest expiry of the rank, ascending.</summary>
    public int ExpiryTable { get; }

    /// <summary>64 bits a row where expiries of one rank differ; nothing where none do.</summary>
    public int Expiries { get; }

    /// <summary>The items of a part.</summary>
    public static unsafe ReadOnlySpan<T> Part<T>(ReadOnlySpan<byte> data, int start, int count)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(data.Slice(start, count * sizeof(T)));

    /// <summary>The children that the node of this number has, as bits.</summary>
    public uint ChildrenOf(int node)
    {
        int level = Shape.TopLevel;
        while (node < FirstNodes[level])
        {
            level--;
        }

        return ChildrenOf(level, node - FirstNodes[level]);
    }

    /// <summary>The children that a node has, as bits.</summary>
    public uint ChildrenOf(int level, int index)
    {
        int missing = ((index + 1) * KdTreeShape.Fanout) - _nodesOn[level - 1];
        return missing <= 0 ? ushort.MaxValue : (uint)ushort.MaxValue >> missing;
    }
}

namespace SpatialIndex;

/// <summary>
/// The arithmetic of the implicit tree: leaves of 32 rows, 16 of them to a node of level 1, 16 nodes to one of the next level, up to
/// one root. All are full but the last of each level, so that every position follows from the number of points.
/// </summary>
internal readonly struct KdTreeShape
{
    /// <summary>Rows a leaf.</summary>
    public const int LeafSize = 32;

    /// <summary>Children a node.</summary>
    public const int Fanout = 16;

    /// <summary>Enough for the 2^31 points that rows can count.</summary>
    public const int MaxLevels = 7;

    public KdTreeShape(int count)
    {
        Count = count;
        LeafCount = (int)(((long)count + LeafSize - 1) / LeafSize);
        int nodes = 0;
        int level = 0;
        int onLevel = LeafCount;
        while (onLevel > 1 || (level == 0 && onLevel > 0))
        {
            level++;
            onLevel = NodesOn(level);
            nodes += onLevel;
        }

        TopLevel = level;
        NodeCount = nodes;
    }

    public int Count { get; }

    public int LeafCount { get; }

    /// <summary>The level of the root; 0 when there are no points.</summary>
    public int TopLevel { get; }

    public int NodeCount { get; }

    /// <summary>The number of nodes of a level; leaves are level 0.</summary>
    public int NodesOn(int level) => (int)((LeafCount + (1L << (4 * level)) - 1) >> (4 * level));

    /// <summary>The number of the first node of a level from 1 on, level 1 first.</summary>
    public int FirstNode(int level)
    {
        int first = 0;
        for (int below = 1; below < level; below++)
        {
            first += NodesOn(below);
        }

        return first;
    }

    /// <summary>How many children the node with this index on its level has.</summary>
    public int ChildCount(int level, int index) => Math.Min(Fanout, NodesOn(level - 1) - (Fanout * index));

    /// <summary>The first row below the child of this index on a level; that of the one after the last is the count.</summary>
    public int FirstRow(int level, int index) => (int)Math.Min(Count, (long)index * LeafSize << (4 * level));
}

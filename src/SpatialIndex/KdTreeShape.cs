namespace SpatialIndex;

/// <summary>The arithmetic of the implicit tree: which nodes exist and which rows each leaf holds.</summary>
internal static class KdTreeShape
{
    /// <summary>The most points a leaf of a freshly built tree holds.</summary>
    public const int LeafSize = 32;

    /// <summary>Enough for the 2^31 points that columns can index, at 32 a leaf.</summary>
    public const int MaxDepth = 26;

    /// <summary>The least depth at which no leaf holds more than <see cref="LeafSize"/> points.</summary>
    public static int DepthFor(int count)
    {
        int depth = 0;
        while (((long)count + (1L << depth) - 1) >> depth > LeafSize)
        {
            depth++;
        }

        return depth;
    }

    public static int NodeCount(int depth) => (2 << depth) - 1;

    /// <summary>The first node of the last level; nodes from here on are leaves.</summary>
    public static int FirstLeaf(int depth) => (1 << depth) - 1;

    /// <summary>The first row of a leaf; that of the leaf after the last is the count.</summary>
    public static int LeafStart(int leaf, int count, int depth) => (int)(((long)count * leaf) >> depth);
}

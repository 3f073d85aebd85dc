using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>Fills the node columns from the point columns, leaves first.</summary>
internal static class KdTreeNodes
{
    public static void Summarize(KdTreeColumns columns)
    {
        Span<float> bounds = MemoryMarshal.AsMemory(columns.NodeBounds).Span;
        Span<ulong> classes = MemoryMarshal.AsMemory(columns.NodeClasses).Span;
        Span<long> expiries = MemoryMarshal.AsMemory(columns.NodeExpiries).Span;
        int words = ClassSet.WordCount(columns.ClassCount);
        int firstLeaf = KdTreeShape.FirstLeaf(columns.Depth);

        for (int node = KdTreeShape.NodeCount(columns.Depth) - 1; node >= 0; node--)
        {
            Span<float> box = bounds.Slice(6 * node, 6);
            Span<ulong> mask = classes.Slice(words * node, words);
            if (node >= firstLeaf)
            {
                expiries[node] = SummarizeLeaf(columns, node - firstLeaf, box, mask);
                continue;
            }

            int left = (2 * node) + 1;
            int right = left + 1;
            for (int axis = 0; axis < 6; axis += 2)
            {
                box[axis] = Math.Min(bounds[(6 * left) + axis], bounds[(6 * right) + axis]);
                box[axis + 1] = Math.Max(bounds[(6 * left) + axis + 1], bounds[(6 * right) + axis + 1]);
            }

            for (int word = 0; word < words; word++)
            {
                mask[word] = classes[(words * left) + word] | classes[(words * right) + word];
            }

            expiries[node] = Math.Max(expiries[left], expiries[right]);
        }
    }

    private static long SummarizeLeaf(KdTreeColumns columns, int leaf, Span<float> box, Span<ulong> mask)
    {
        int start = KdTreeShape.LeafStart(leaf, columns.Ids.Length, columns.Depth);
        int end = KdTreeShape.LeafStart(leaf + 1, columns.Ids.Length, columns.Depth);
        (box[0], box[1]) = Range(columns.X.Span[start..end]);
        (box[2], box[3]) = Range(columns.Y.Span[start..end]);
        (box[4], box[5]) = Range(columns.Z.Span[start..end]);

        foreach (ushort classNumber in columns.Classes.Span[start..end])
        {
            mask[classNumber >> 6] |= 1UL << (classNumber & 63);
        }

        long latest = long.MinValue;
        foreach (long expiry in columns.Expiries.Span[start..end])
        {
            latest = Math.Max(latest, expiry);
        }

        return latest;
    }

    /// <summary>Least and greatest value; an empty run gives infinities that exclude everything.</summary>
    private static (float Least, float Greatest) Range(ReadOnlySpan<float> values)
    {
        float least = float.PositiveInfinity;
        float greatest = float.NegativeInfinity;
        foreach (float value in values)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return (least, greatest);
    }
}

namespace SpatialIndex.Tests;

public sealed class KdTreePartitionTests
{
    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Order_AnyPoints_SplitsEveryNodeAlongItsWidestAxisThenById(Distribution distribution)
    {
        KdTreeColumns columns = PointSets.Build(PointSets.Make(distribution, 3001, seed: 41)).Columns;

        AssertSplit(columns, node: 0, start: 0, leaf: 0, leaves: 1 << columns.Depth);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Order_AnyPoints_SortsEveryLeafById(Distribution distribution)
    {
        KdTreeColumns columns = PointSets.Build(PointSets.Make(distribution, 3001, seed: 42)).Columns;

        for (int leaf = 0; leaf < 1 << columns.Depth; leaf++)
        {
            int start = KdTreeShape.LeafStart(leaf, columns.Ids.Length, columns.Depth);
            int end = KdTreeShape.LeafStart(leaf + 1, columns.Ids.Length, columns.Depth);
            long[] ids = columns.Ids[start..end].ToArray();
            Assert.Equal(ids.Order(), ids);
        }
    }

    private static void AssertSplit(KdTreeColumns columns, int node, int start, int leaf, int leaves)
    {
        if (leaves == 1)
        {
            return;
        }

        int half = leaves / 2;
        int middle = KdTreeShape.LeafStart(leaf + half, columns.Ids.Length, columns.Depth);
        int end = KdTreeShape.LeafStart(leaf + leaves, columns.Ids.Length, columns.Depth);
        ReadOnlyMemory<float> axis = WidestAxis(columns, node);
        (float, long) lastOfLeft = Keys(start, middle).Max();
        (float, long) firstOfRight = Keys(middle, end).Min();
        Assert.True(lastOfLeft.CompareTo(firstOfRight) < 0, $"Node {node}: {lastOfLeft} stands before {firstOfRight}.");

        AssertSplit(columns, (2 * node) + 1, start, leaf, half);
        AssertSplit(columns, (2 * node) + 2, middle, leaf + half, half);

        IEnumerable<(float, long)> Keys(int from, int to) =>
            Enumerable.Range(from, to - from).Select(row => (axis.Span[row], columns.Ids.Span[row]));
    }

    private static ReadOnlyMemory<float> WidestAxis(KdTreeColumns columns, int node)
    {
        ReadOnlySpan<float> bounds = columns.NodeBounds.Span.Slice(6 * node, 6);
        float x = bounds[1] - bounds[0];
        float y = bounds[3] - bounds[2];
        float z = bounds[5] - bounds[4];
        return x >= y && x >= z ? columns.X : y >= z ? columns.Y : columns.Z;
    }
}

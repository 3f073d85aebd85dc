namespace SpatialIndex.Tests;

public sealed class KdTreeShapeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(32, 0)]
    [InlineData(33, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(400_000, 14)]
    [InlineData(int.MaxValue, KdTreeShape.MaxDepth)]
    public void DepthFor_AnyCount_IsTheLeastWhoseLeavesAreSmallEnough(int count, int depth) =>
        Assert.Equal(depth, KdTreeShape.DepthFor(count));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(1000)]
    [InlineData(1023)]
    [InlineData(99_999)]
    public void LeafStart_AnyCount_CutsTheRowsIntoEvenLeaves(int count)
    {
        int depth = KdTreeShape.DepthFor(count);
        int leaves = KdTreeShape.FirstLeaf(depth) + 1;

        int[] starts = [.. Enumerable.Range(0, leaves + 1).Select(leaf => KdTreeShape.LeafStart(leaf, count, depth))];
        int[] sizes = [.. starts.Skip(1).Zip(starts, (next, start) => next - start)];

        Assert.Equal((0, count), (starts[0], starts[^1]));
        Assert.True(sizes.Max() - sizes.Min() <= 1 && sizes.Max() <= KdTreeShape.LeafSize);
        Assert.Equal((2 * leaves) - 1, KdTreeShape.NodeCount(depth));
    }

    [Fact]
    public void LeafStart_MostPoints_DoesNotOverflow() =>
        Assert.Equal(int.MaxValue, KdTreeShape.LeafStart(1 << KdTreeShape.MaxDepth, int.MaxValue, KdTreeShape.MaxDepth));
}

namespace SpatialIndex.Tests;

public sealed class KdTreeShapeTests
{
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(32, 1, 1, 1)]
    [InlineData(33, 2, 1, 1)]
    [InlineData(512, 16, 1, 1)]
    [InlineData(513, 17, 2, 3)]
    [InlineData(8192, 256, 2, 17)]
    [InlineData(8193, 257, 3, 20)]
    [InlineData(1_000_000, 31_250, 4, 1954 + 123 + 8 + 1)]
    [InlineData(int.MaxValue, 67_108_864, 7, 4194304 + 262144 + 16384 + 1024 + 64 + 4 + 1)]
    public void New_Count_HasTheLeastLevels(int count, int leaves, int levels, int nodes)
    {
        var shape = new KdTreeShape(count);

        Assert.Equal((leaves, levels, nodes), (shape.LeafCount, shape.TopLevel, shape.NodeCount));
        Assert.True(levels <= KdTreeShape.MaxLevels);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(545)]
    [InlineData(8_192)]
    [InlineData(8_193)]
    [InlineData(140_000)]
    [InlineData(1_000_000)]
    public void ChildrenAndRows_EveryLevel_CoverAllOnce(int count)
    {
        var shape = new KdTreeShape(count);
        for (int level = 1; level <= shape.TopLevel; level++)
        {
            int children = Enumerable.Range(0, shape.NodesOn(level)).Sum(index => shape.ChildCount(level, index));
            Assert.Equal(shape.NodesOn(level - 1), children);
            Assert.Equal(count, shape.FirstRow(level, shape.NodesOn(level)));
            Assert.Equal(0, shape.FirstRow(level, 0));
            Assert.Equal(shape.FirstNode(level) + shape.NodesOn(level), level == shape.TopLevel ? shape.NodeCount : shape.FirstNode(level + 1));
        }

        Assert.Equal(shape.NodeCount - 1, shape.FirstNode(shape.TopLevel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(513)]
    [InlineData(8_193)]
    [InlineData(1_000_000)]
    public void FirstRow_OfTheLeaves_PutsEveryRowIntoOne(int count)
    {
        var shape = new KdTreeShape(count);
        int next = 0;
        for (int leaf = 0; leaf < shape.LeafCount; leaf++)
        {
            Assert.Equal(next, shape.FirstRow(0, leaf));
            next = shape.FirstRow(0, leaf + 1);
            Assert.InRange(next - shape.FirstRow(0, leaf), 1, KdTreeShape.LeafSize);
        }

        Assert.Equal(count, next);
    }

    [Fact]
    public void ChildrenAndRows_MostPoints_DoNotOverflow()
    {
        var shape = new KdTreeShape(int.MaxValue);
        for (int level = 1; level <= shape.TopLevel; level++)
        {
            int last = shape.NodesOn(level) - 1;
            Assert.InRange(shape.ChildCount(level, last), 1, KdTreeShape.Fanout);
            Assert.InRange(shape.FirstRow(level, last), 0, int.MaxValue - 1);
            Assert.Equal(int.MaxValue, shape.FirstRow(level, last + 1));
        }
    }
}

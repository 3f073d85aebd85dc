namespace SpatialIndex.Tests;

public sealed class KdTreeBuilderTests
{
    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Build_PointsInAnyOrder_GivesTheSameBytes(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 3001, seed: 11);
        byte[] expected = PointSets.Build(points).Data.ToArray();

        foreach (int seed in (int[])[1, 2, 3])
        {
            TestPoint[] shuffled = [.. points];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, PointSets.Build(shuffled).Data.ToArray());
        }

        Assert.Equal(expected, PointSets.Build(points.OrderBy(point => point.Position.Latitude)).Data.ToArray());
        Assert.Equal(expected, PointSets.Build(points.OrderByDescending(point => point.Id)).Data.ToArray());
    }

    [Fact]
    public void Build_Twice_LeavesTheFirstTreeAlone()
    {
        var builder = new KdTreeBuilder();
        builder.Add(1, Geo.At(1, 1));
        KdTree first = builder.Build();
        builder.Add(2, Geo.At(2, 2));

        KdTree second = builder.Build();

        Assert.Equal((1, 2, 2), (first.Count, second.Count, builder.Count));
        Assert.Equal(-1, first.RowOf(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(long.MaxValue)]
    public void Build_DuplicateId_ThrowsNamingTheId(long id)
    {
        var builder = new KdTreeBuilder();
        builder.Add(id, Geo.At(1, 1));
        builder.Add(77, Geo.At(0, 0));
        builder.Add(id, Geo.At(2, 2));

        var exception = Assert.Throws<InvalidOperationException>(() => builder.Build());

        Assert.Contains($"id {id};", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false, 50_000_000)]
    [InlineData(KdTree.MaxClassCount, true, 40_000_000)]
    public void NewLayout_MorePointsThanATreeHolds_Throws(int classCount, bool hasExpiries, int leastLimit)
    {
        int fits = 0;
        int tooMany = int.MaxValue;
        while (tooMany - fits > 1)
        {
            int count = fits + ((tooMany - fits) / 2);
            (fits, tooMany) = Exception(count) is null ? (count, tooMany) : (fits, count);
        }

        Assert.InRange(fits, leastLimit, 60_000_000);
        Assert.InRange(KdTreeBuilder.NewLayout(Header(fits)).Length, 1, Array.MaxLength - KdTreeLayout.Alignment);
        Assert.Contains($"{tooMany} points", Assert.IsType<InvalidOperationException>(Exception(tooMany)).Message, StringComparison.Ordinal);

        KdTreeHeader Header(int count) => new() { Count = count, RunLength = 0, ClassCount = classCount, ExpiryTableLength = 65_536, HasExpiries = hasExpiries };

        Exception? Exception(int count) => Record.Exception(() => KdTreeBuilder.NewLayout(Header(count)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(KdTree.MaxClassCount + 1)]
    public void New_ClassCountOutOfRange_Throws(int classCount)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new KdTreeBuilder(classCount));

        Assert.Equal("classCount", exception.ParamName);
        Assert.Equal(classCount, exception.ActualValue);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(3, -1)]
    [InlineData(KdTree.MaxClassCount, KdTree.MaxClassCount)]
    public void Add_ClassOutOfRange_ThrowsAndAddsNothing(int classCount, int classNumber)
    {
        var builder = new KdTreeBuilder(classCount);

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(1, Geo.At(0, 0), classNumber));

        Assert.Equal("classNumber", exception.ParamName);
        Assert.Equal(0, builder.Count);
    }

    [Fact]
    public void Add_OnlyIdAndPoint_IsOfClassZeroAndNeverExpires()
    {
        var builder = new KdTreeBuilder();
        builder.Add(1, Geo.At(1, 2));

        KdTree tree = builder.Build();

        Assert.Equal((1, 0, long.MaxValue), (tree.ClassCount, tree.ClassAt(0), tree.ExpiryAt(0)));
    }

    [Fact]
    public void Build_MostClasses_KeepsTheLastOne()
    {
        var builder = new KdTreeBuilder(KdTree.MaxClassCount);
        builder.Add(1, Geo.At(1, 2), classNumber: KdTree.MaxClassCount - 1);
        builder.Add(2, Geo.At(1, 2), classNumber: 0);
        var filter = new PointFilter { Classes = ClassSet.Of(KdTree.MaxClassCount, KdTree.MaxClassCount - 1) };
        var results = new Neighbor[2];

        int count = builder.Build().Nearest(Geo.At(0, 0), results, filter);

        Assert.Equal([1], results[..count].Select(result => result.Id));
    }
}

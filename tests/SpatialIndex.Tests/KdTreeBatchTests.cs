namespace SpatialIndex.Tests;

public sealed class KdTreeBatchTests
{
    private const int Seed = 8008;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void NearestBatch_EveryFilter_EqualsSingleSearches(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 3000, Seed);
        KdTree tree = PointSets.Build(points);
        GeoPoint[] centers = [.. QuerySets.Centers(points, Seed), .. points.Take(1500).Select(point => point.Position)];
        foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
        {
            foreach (int limit in (int[])[1, 20, 300])
            {
                foreach (double radius in (double[])[double.PositiveInfinity, 50_000])
                {
                    AssertEqualsSingleSearches(tree, centers, limit, filter, radius, maxThreads: 3);
                    AssertEqualsSingleSearches(tree, centers, limit, filter, radius, maxThreads: 1);
                }
            }
        }
    }

    [Fact]
    public void NearestBatch_NoCenters_DoesNothing()
    {
        Neighbor[] results = [new(7, 7, 7)];
        int[] counts = [7];

        PointSets.Build(PointSets.Make(Distribution.Uniform, 10, Seed)).NearestBatch([], 1, results, counts);

        Assert.Equal((new Neighbor(7, 7, 7), 7), (results[0], counts[0]));
    }

    [Fact]
    public void NearestBatch_NothingMatches_CountsAreZero()
    {
        KdTree tree = PointSets.Build(PointSets.Make(Distribution.Uniform, 10, Seed));
        int[] counts = [7, 7];

        tree.NearestBatch([Geo.At(1, 2), Geo.At(3, 4)], 3, new Neighbor[6], counts, new PointFilter { Classes = ClassSet.Of(PointSets.ManyClasses) });

        Assert.Equal([0, 0], counts);
    }

    [Theory]
    [InlineData(0, 10, 2, 1.0)]
    [InlineData(5, 10, 2, -1.0)]
    [InlineData(5, 10, 2, double.NaN)]
    [InlineData(6, 11, 2, 1.0)]
    [InlineData(5, 10, 1, 1.0)]
    public void NearestBatch_WrongArgument_Throws(int limit, int room, int countRoom, double radius)
    {
        KdTree tree = PointSets.Build(PointSets.Make(Distribution.Uniform, 10, Seed));
        Assert.ThrowsAny<ArgumentException>(() => tree.NearestBatch(
            [Geo.At(1, 2), Geo.At(3, 4)], limit, new Neighbor[room], new int[countRoom], radiusMeters: radius));
    }

    [Fact]
    public void NearestBatch_NoThread_Throws() => Assert.Throws<ArgumentOutOfRangeException>("maxThreads", () =>
        PointSets.Build(PointSets.Make(Distribution.Uniform, 10, Seed)).NearestBatch([Geo.At(1, 2)], 1, new Neighbor[1], new int[1], maxThreads: 0));

    [Fact]
    public void NearestBatch_OneThread_AllocatesNothing()
    {
        TestPoint[] points = PointSets.Make(Distribution.Towns, 5000, Seed);
        KdTree tree = PointSets.Build(points);
        GeoPoint[] centers = [.. points.Select(point => point.Position)];
        var results = new Neighbor[centers.Length * 10];
        int[] counts = new int[centers.Length];

        Assert.Equal(0, AllocatedBytes.By(() => tree.NearestBatch(centers, 10, results, counts, maxThreads: 1)));
    }

    private static void AssertEqualsSingleSearches(KdTree tree, GeoPoint[] centers, int limit, PointFilter filter, double radius, int maxThreads)
    {
        var results = new Neighbor[centers.Length * limit];
        int[] counts = new int[centers.Length];
        tree.NearestBatch(centers, limit, results, counts, filter, radius, maxThreads);
        var expected = new Neighbor[limit];
        for (int i = 0; i < centers.Length; i++)
        {
            int count = tree.NearestWithin(centers[i], radius, expected, filter);
            Assert.Equal(count, counts[i]);
            Assert.True(expected.AsSpan(0, count).SequenceEqual(results.AsSpan(i * limit, count)), $"Search {i} at {centers[i]}, {limit} results, {filter}");
        }
    }
}

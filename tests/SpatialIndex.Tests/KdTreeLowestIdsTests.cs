namespace SpatialIndex.Tests;

public sealed class KdTreeLowestIdsTests
{
    private const int Seed = 4004;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void LowestIds_EveryFilterAndCount_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 2000, Seed);
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);

        foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
        {
            Hit[] expected = oracle.LowestIds(filter);
            foreach (int k in (int[])[0, 1, 10, 100, 2001])
            {
                var results = new Neighbor[k];
                int count = tree.LowestIds(results, filter);
                SearchAssert.Equal(tree, expected, results, count, $"{distribution}, seed {Seed}, {k} lowest ids, {filter}");
            }
        }
    }

    [Fact]
    public void LowestIds_ExtremeIds_AreOrderedAsNumbers()
    {
        KdTree tree = PointSets.Build(
            new long[] { long.MaxValue, 0, long.MinValue, -1, 1 }.Select(id => new TestPoint(id, Geo.At(0, 0), 0, 0)));
        var results = new Neighbor[5];

        tree.LowestIds(results);

        Assert.Equal([long.MinValue, -1, 0, 1, long.MaxValue], results.Select(result => result.Id));
    }
}

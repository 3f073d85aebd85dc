namespace SpatialIndex.Tests;

public sealed class KdTreeBoxTests
{
    private const int Seed = 3003;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void InBox_EveryBoxFilterAndCount_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 2000, Seed);
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);

        foreach (BoundingBox box in QuerySets.Boxes(points, Seed))
        {
            foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
            {
                Hit[] expected = oracle.LowestIds(filter, box);
                foreach (int k in (int[])[1, 10, 100, 2001])
                {
                    var results = new Neighbor[k];
                    int count = tree.InBox(box, results, filter);
                    SearchAssert.Equal(tree, expected, results, count, $"{distribution}, seed {Seed}, {k} in {box}, {filter}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void NearestInBox_EveryBoxFilterAndCount_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 1000, Seed);
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);
        GeoPoint[] centers = [.. QuerySets.Centers(points, Seed)];
        int next = 0;

        foreach (BoundingBox box in QuerySets.Boxes(points, Seed))
        {
            foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
            {
                for (int i = 0; i < 8; i++)
                {
                    GeoPoint center = centers[next++ % centers.Length];
                    Hit[] expected = oracle.Nearest(center, filter, box: box);
                    foreach (int k in (int[])[1, 10, 100, 1001])
                    {
                        var results = new Neighbor[k];
                        int count = tree.NearestInBox(center, box, results, filter);
                        SearchAssert.Equal(
                            tree, expected, results, count, $"{distribution}, seed {Seed}, {k} nearest {center} in {box}, {filter}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void InBox_WholeGlobeInAnyForm_FindsEveryPoint(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 500, Seed);
        KdTree tree = PointSets.Build(points);
        var results = new Neighbor[500];

        Assert.Equal(500, tree.InBox(Geo.Box(-90, -180, 90, 180), results));
        Assert.Equal(500, tree.InBox(Geo.Box(-90, 10, 90, Math.BitDecrement(10.0)), results));
    }

    [Theory]
    [InlineData(-180, -180)]
    [InlineData(180, 180)]
    [InlineData(180, -180)]
    [InlineData(170, 180)]
    [InlineData(-180, -170)]
    public void InBox_EdgeOnTheAntimeridian_FindsPointsOfEitherSign(double west, double east)
    {
        KdTree tree = PointSets.Build(
        [
            new TestPoint(1, Geo.At(10, 180), 0, 0),
            new TestPoint(2, Geo.At(20, -180), 0, 0),
            new TestPoint(3, Geo.At(20, 0), 0, 0),
        ]);
        var results = new Neighbor[3];

        int count = tree.InBox(Geo.Box(0, west, 30, east), results);

        Assert.Equal([1, 2], results[..count].Select(result => result.Id));
    }

    [Fact]
    public void InBox_EdgesThroughPoints_IncludesThem()
    {
        TestPoint[] corners =
        [
            new TestPoint(1, Geo.At(45.1, 4.7), 0, 0),
            new TestPoint(2, Geo.At(45.9, 4.9), 0, 0),
            new TestPoint(3, Geo.At(45.1, 4.9), 0, 0),
            new TestPoint(4, Geo.At(Math.BitDecrement(45.1), 4.8), 0, 0),
            new TestPoint(5, Geo.At(45.5, Math.BitIncrement(4.9)), 0, 0),
        ];
        var results = new Neighbor[5];

        int count = PointSets.Build(corners).InBox(Geo.Box(45.1, 4.7, 45.9, 4.9), results);

        Assert.Equal([1, 2, 3], results[..count].Select(result => result.Id));
        Assert.All(results[..count], result => Assert.True(double.IsNaN(result.DistanceMeters)));
    }
}

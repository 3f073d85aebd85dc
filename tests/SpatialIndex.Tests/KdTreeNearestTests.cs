namespace SpatialIndex.Tests;

public sealed class KdTreeNearestTests
{
    private const int Seed = 1001;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Nearest_EveryFilterAndCount_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 2000, Seed);
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);

        foreach (GeoPoint center in QuerySets.Centers(points, Seed))
        {
            foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
            {
                Hit[] expected = oracle.Nearest(center, filter);
                foreach (int k in (int[])[1, 10, 100])
                {
                    var results = new Neighbor[k];
                    int count = tree.Nearest(center, results, filter);
                    SearchAssert.Equal(tree, expected, results, count, $"{distribution}, seed {Seed}, {k} nearest {center}, {filter}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Nearest_MoreResultsThanPoints_FindsAllInOrder(int pointCount)
    {
        TestPoint[] points = PointSets.Make(Distribution.Mixed, pointCount, Seed);
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);

        foreach (GeoPoint center in QuerySets.Centers(points, Seed))
        {
            var results = new Neighbor[pointCount + 1];
            int count = tree.Nearest(center, results);
            SearchAssert.Equal(
                tree, oracle.Nearest(center, default), results, count, $"{pointCount} points, seed {Seed}, all nearest {center}");
        }
    }

    [Fact]
    public void Nearest_OneClass_EqualsBruteForce()
    {
        TestPoint[] points = PointSets.Make(Distribution.Mixed, 2000, Seed, classCount: 1);
        KdTree tree = PointSets.Build(points, classCount: 1);
        var oracle = new BruteForce(points);

        foreach (GeoPoint center in QuerySets.Centers(points, Seed))
        {
            foreach (PointFilter filter in QuerySets.Filters(classCount: 1))
            {
                var results = new Neighbor[10];
                int count = tree.Nearest(center, results, filter);
                SearchAssert.Equal(tree, oracle.Nearest(center, filter), results, count, $"Seed {Seed}, nearest {center}, {filter}");
            }
        }
    }

    [Fact]
    public void Nearest_IdenticalPoints_AreOrderedById()
    {
        TestPoint[] points =
        [
            .. PointSets.Make(Distribution.Uniform, 10_000, Seed).Select(point => point with { Position = Geo.At(48.8566, 2.3522) }),
        ];
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);

        foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
        {
            var results = new Neighbor[100];
            int count = tree.Nearest(Geo.At(48, 2), results, filter);
            SearchAssert.Equal(tree, oracle.Nearest(Geo.At(48, 2), filter), results, count, $"{filter}");
        }
    }

    [Fact]
    public void Nearest_PointsCloserThanTheRoundingOfTheirVectors_EqualsBruteForce()
    {
        // Unit vectors in single precision resolve about 40 cm; these points are millimetres apart.
        var random = new Random(Seed);
        TestPoint[] points =
        [
            .. PointSets.Make(Distribution.Uniform, 2000, Seed)
                .Select(point => point with { Position = PointSets.Near(Geo.At(35.26, 45), 0.05, random) }),
        ];
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);

        foreach (GeoPoint center in points.Take(200).Select(point => PointSets.Near(point.Position, 0.01, random)))
        {
            foreach (int k in (int[])[1, 10, 100])
            {
                var results = new Neighbor[k];
                int count = tree.Nearest(center, results);
                SearchAssert.Equal(tree, oracle.Nearest(center, default), results, count, $"Seed {Seed}, {k} nearest {center}");
            }
        }
    }
}

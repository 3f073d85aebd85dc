namespace SpatialIndex.Tests;

/// <summary>What a search that measures only its last candidates could get wrong: many points equally far, many classes, many expiries.</summary>
public sealed class KdTreeTiesTests
{
    private const int Seed = 8128;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 100)]
    [InlineData(1, 200)]
    [InlineData(1, 256)]
    [InlineData(1, 257)]
    [InlineData(1, 3000)]
    [InlineData(3, 10)]
    [InlineData(3, 700)]
    [InlineData(3, 200)]
    public void Nearest_PointsInFewPlaces_EqualsBruteForce(int places, int k)
    {
        var random = new Random(Seed);
        TestPoint[] points = [.. Enumerable.Range(0, 2000).Select(i => new TestPoint(
            random.NextInt64(), Geo.At(50 + (1e-9 * (i % places)), 4 + (i % places)), random.Next(PointSets.ManyClasses), random.Next(100)))];

        AssertNearest(points, PointSets.ManyClasses, k, default);
        AssertNearest(points, PointSets.ManyClasses, k, new PointFilter { NotExpiredAt = 50 });
    }

    [Fact]
    public void Nearest_EveryCountUpTo300_EqualsBruteForce()
    {
        TestPoint[] points = PointSets.Make(Distribution.Towns, 2000, Seed);
        for (int k = 1; k <= 300; k++)
        {
            AssertNearest(points, PointSets.ManyClasses, k, default, centers: 2);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1024)]
    [InlineData(3000)]
    public void Nearest_ManyClasses_EqualsBruteForce(int classCount)
    {
        TestPoint[] points = PointSets.Make(Distribution.Towns, 6000, Seed, classCount);

        AssertNearest(points, classCount, 20, new PointFilter { Classes = ClassSet.Of(classCount, classCount - 1, classCount / 2, 7) });
        AssertNearest(points, classCount, 20, new PointFilter { Classes = ClassSet.Where(classCount, number => number % 3 == 1), NotExpiredAt = 20 });
    }

    [Fact]
    public void Nearest_MoreExpiriesThanRanks_EqualsBruteForce()
    {
        var random = new Random(Seed);
        TestPoint[] points = [.. PointSets.Make(Distribution.Towns, 150_000, Seed).Select(point => point with { Expiry = random.NextInt64() })];
        KdTree tree = PointSets.Build(points);
        Assert.True(tree.Layout.Header.HasExpiries);
        Assert.All(Enumerable.Range(0, 100), row => Assert.Equal(points.Single(point => point.Id == tree.IdAt(row)).Expiry, tree.ExpiryAt(row)));

        AssertNearest(points, PointSets.ManyClasses, 20, new PointFilter { NotExpiredAt = points[77].Expiry }, centers: 10);
        AssertNearest(points, PointSets.ManyClasses, 20, new PointFilter { NotExpiredAt = points[78].Expiry + 1 }, centers: 10);
        AssertNearest(points, PointSets.ManyClasses, 20, new PointFilter { NotExpiredAt = points.Max(point => point.Expiry) }, centers: 2);
    }

    [Fact]
    public void AnyInBox_EveryBox_FindsPointsOfTheBox()
    {
        TestPoint[] points = PointSets.Make(Distribution.Mixed, 2000, Seed);
        KdTree tree = PointSets.Build(points);
        var all = new Neighbor[points.Length];
        var few = new Neighbor[7];
        foreach (BoundingBox box in QuerySets.Boxes(points, Seed))
        {
            foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
            {
                long[] expected = [.. all[..tree.InBox(box, all, filter)].Select(found => found.Id)];
                long[] any = [.. all[..tree.AnyInBox(box, all, filter)].Select(found => found.Id).Order()];
                Assert.Equal(expected, any);

                long[] some = [.. few[..tree.AnyInBox(box, few, filter)].Select(found => found.Id).Distinct()];
                Assert.Equal(Math.Min(few.Length, expected.Length), some.Length);
                Assert.Empty(some.Except(expected));
            }
        }
    }

    private static void AssertNearest(TestPoint[] points, int classCount, int k, PointFilter filter, int centers = 20)
    {
        KdTree tree = PointSets.Build(points, classCount);
        var oracle = new BruteForce(points);
        foreach (GeoPoint center in QuerySets.Centers(points, Seed).Take(centers))
        {
            var results = new Neighbor[k];
            int count = tree.Nearest(center, results, filter);
            SearchAssert.Equal(tree, oracle.Nearest(center, filter), results, count, $"seed {Seed}, {k} nearest {center}, {filter}");
        }
    }
}

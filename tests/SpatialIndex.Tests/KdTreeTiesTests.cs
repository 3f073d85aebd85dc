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
    [InlineData(1, 16)]
    [InlineData(1, 17)]
    [InlineData(1, 300)]
    [InlineData(1, 1000)]
    [InlineData(2, 1)]
    [InlineData(2, 100)]
    [InlineData(2, 256)]
    [InlineData(2, 1000)]
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

    [Theory]
    [InlineData(513)]
    [InlineData(1025)]
    [InlineData(3000)]
    [InlineData(KdTree.MaxClassCount)]
    public void Search_ManyClasses_EqualsBruteForce(int classCount)
    {
        TestPoint[] points = PointSets.Make(Distribution.Mixed, 6000, Seed, classCount);
        PointFilter[] filters =
        [
            new PointFilter { Classes = ClassSet.Of(classCount, points[5].Class) },
            new PointFilter { Classes = ClassSet.Where(classCount, number => number % KdTreeLayout.NodeClassBits == 1) },
            new PointFilter { Classes = ClassSet.Where(classCount, number => number >= KdTreeLayout.NodeClassBits / 2), NotExpiredAt = 50 },
        ];
        AssertEverySearch(points, classCount, filters);
    }

    /// <summary>One more expiry than there are ranks, and exactly as many.</summary>
    [Theory]
    [InlineData(65_536, false)]
    [InlineData(65_537, true)]
    public void Search_AsManyExpiriesAsRanks_EqualsBruteForce(int count, bool hasExpiries)
    {
        TestPoint[] points = [.. PointSets.Make(Distribution.Towns, count, Seed).Select((point, i) => point with { Expiry = long.MinValue + (3L * i) })];
        Assert.Equal(hasExpiries, PointSets.Build(points).Layout.Header.HasExpiries);
        PointFilter[] filters =
        [
            new PointFilter { NotExpiredAt = long.MinValue },
            new PointFilter { NotExpiredAt = long.MinValue + 1 },
            new PointFilter { NotExpiredAt = points[30_000].Expiry },
            new PointFilter { NotExpiredAt = points[30_000].Expiry + 1 },
            new PointFilter { NotExpiredAt = points[^1].Expiry },
            new PointFilter { NotExpiredAt = points[^1].Expiry + 1 },
            new PointFilter { NotExpiredAt = points[^30].Expiry, Classes = ClassSet.Where(PointSets.ManyClasses, number => number < 20) },
        ];
        AssertEverySearch(points, PointSets.ManyClasses, filters);
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

    private static void AssertEverySearch(TestPoint[] points, int classCount, PointFilter[] filters)
    {
        KdTree tree = PointSets.Build(points, classCount);
        var oracle = new BruteForce(points);
        BoundingBox[] boxes = [Geo.Box(-90, -180, 90, 180), .. QuerySets.Boxes(points, Seed).Where((_, i) => i % 9 == 0)];
        foreach (PointFilter filter in filters)
        {
            var results = new Neighbor[20];
            foreach (GeoPoint center in QuerySets.Centers(points, Seed).Where((_, i) => i % 6 == 0))
            {
                int nearest = tree.Nearest(center, results, filter);
                SearchAssert.Equal(tree, oracle.Nearest(center, filter), results, nearest, $"seed {Seed}, nearest {center}, {filter}");
            }

            SearchAssert.Equal(tree, oracle.LowestIds(filter), results, tree.LowestIds(results, filter), $"seed {Seed}, lowest ids, {filter}");
            foreach (BoundingBox box in boxes)
            {
                Hit[] expected = oracle.LowestIds(filter, box);
                SearchAssert.Equal(tree, expected, results, tree.InBox(box, results, filter), $"seed {Seed}, in {box}, {filter}");

                long[] any = [.. results[..tree.AnyInBox(box, results, filter)].Select(found => found.Id).Distinct()];
                Assert.Equal(Math.Min(results.Length, expected.Length), any.Length);
                Assert.Empty(any.Except(expected.Select(hit => hit.Id)));
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

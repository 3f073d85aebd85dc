namespace SpatialIndex.Tests;

public sealed class KdTreePlanTests
{
    private const int Seed = 7117;
    private const int Count = 4000;
    private const int LargeClass = 3;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Nearest_EitherPlan_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = WithSmallClasses(distribution, Count, random => random.Next(PointSets.ExpiryEnd));
        AssertEitherPlanEqualsBruteForce(PointSets.Build(points, LargeClass + 1), points, QuerySets.Centers(points, Seed));
    }

    /// <summary>So many expiries that their ranks do not tell them apart.</summary>
    [Fact]
    public void Nearest_EitherPlanWithManyExpiries_EqualsBruteForce()
    {
        TestPoint[] points = WithSmallClasses(Distribution.Towns, 70_000, random => random.Next());
        KdTree tree = PointSets.Build(points, LargeClass + 1);
        Assert.True(tree.Layout.Header.HasExpiries);
        AssertEitherPlanEqualsBruteForce(tree, points, QuerySets.Centers(points, Seed).Take(10));
    }

    [Theory]
    [InlineData(10, 1, SearchPlan.ClassRuns)]
    [InlineData(10_000, 1, SearchPlan.Tree)]
    [InlineData(5_000, 200, SearchPlan.ClassRuns)]
    [InlineData(100_000, 10, SearchPlan.Tree)]
    public void ExplainNearest_ByMatches_TakesTheCheaperPlan(int matches, int wanted, SearchPlan expected)
    {
        TestPoint[] points = PointSets.Make(Distribution.Towns, 150_000, Seed, classCount: 1);
        for (int i = 0; i < matches; i++)
        {
            points[i] = points[i] with { Class = 1 };
        }

        KdTree tree = PointSets.Build(points, 2);
        var filter = new PointFilter { Classes = ClassSet.Of(2, 1) };

        tree.ExplainNearest(points[0].Position, new Neighbor[wanted], filter, out SearchExplanation explanation);

        Assert.Equal(expected, explanation.Plan);
    }

    [Fact]
    public void ExplainNearest_ClassHasExpired_DoesNotSearch()
    {
        TestPoint[] points = [.. PointSets.Make(Distribution.Towns, 5000, Seed).Select(point => point with { Expiry = point.Class == 5 ? 1 : 9 })];
        KdTree tree = PointSets.Build(points);
        var filter = new PointFilter { Classes = ClassSet.Of(PointSets.ManyClasses, 5), NotExpiredAt = 2 };

        int count = tree.ExplainNearest(points[0].Position, new Neighbor[10], filter, out SearchExplanation explanation);

        Assert.Equal(0, count);
        Assert.Equal(default, explanation);
    }

    /// <summary>All but one point of the class have expired, and the others have not: nodes cannot tell, the runs can.</summary>
    [Fact]
    public void ExplainNearest_OneFreshPointOfAClass_GivesTheTreeUp()
    {
        TestPoint[] points =
        [
            .. PointSets.Make(Distribution.Towns, 100_000, Seed, classCount: 1).Select((point, i) => point with
            {
                Class = i < 8000 ? 1 : 0,
                Expiry = i is 0 or >= 8000 ? 9 : 1,
            }),
        ];
        KdTree tree = PointSets.Build(points, 2);
        var results = new Neighbor[1];

        int count = tree.ExplainNearest(
            Geo.At(0, 0), results, new PointFilter { Classes = ClassSet.Of(2, 1), NotExpiredAt = 2 }, out SearchExplanation explanation);

        Assert.Equal(1, count);
        Assert.Equal(points[0].Id, results[0].Id);
        Assert.Equal(SearchPlan.ClassRuns, explanation.Plan);
        Assert.True(explanation.Nodes > 0, $"The tree was not tried: {explanation}");
        Assert.True(explanation.PointsTested < 30_000, $"{explanation}");
    }

    [Fact]
    public void LowestIds_RareClass_EqualsBruteForce()
    {
        TestPoint[] points = WithSmallClasses(Distribution.Mixed, 20_000, random => random.Next(PointSets.ExpiryEnd));
        KdTree tree = PointSets.Build(points, LargeClass + 1);
        var oracle = new BruteForce(points);
        foreach (PointFilter filter in Filters())
        {
            var results = new Neighbor[5];
            int count = tree.LowestIds(results, filter);
            SearchAssert.Equal(tree, oracle.LowestIds(filter), results, count, $"{filter}");
        }
    }

    private static void AssertEitherPlanEqualsBruteForce(KdTree tree, TestPoint[] points, IEnumerable<GeoPoint> centers)
    {
        var oracle = new BruteForce(points);
        foreach (GeoPoint center in centers)
        {
            foreach (PointFilter filter in Filters())
            {
                Hit[] expected = oracle.Nearest(center, filter);
                foreach (int k in (int[])[1, 10, 100, 300])
                {
                    var results = new Neighbor[k];
                    SearchAssert.Equal(tree, expected, results, tree.NearestBy(SearchPlan.Tree, center, results, filter), $"tree, {k} nearest {center}, {filter}");
                    SearchAssert.Equal(tree, expected, results, tree.NearestBy(SearchPlan.ClassRuns, center, results, filter), $"runs, {k} nearest {center}, {filter}");
                }
            }
        }
    }

    private static PointFilter[] Filters()
    {
        ClassSet one = ClassSet.Of(LargeClass + 1, 1);
        ClassSet three = ClassSet.Of(LargeClass + 1, 0, 1, 2);
        return
        [
            new PointFilter { Classes = one },
            new PointFilter { Classes = three },
            new PointFilter { Classes = three, NotExpiredAt = PointSets.ExpiryEnd / 2 },
            new PointFilter { Classes = three, NotExpiredAt = int.MaxValue / 2 },
        ];
    }

    /// <summary>Three small classes, one of a single point, among a large one.</summary>
    private static TestPoint[] WithSmallClasses(Distribution distribution, int count, Func<Random, long> expiry)
    {
        var random = new Random(Seed);
        TestPoint[] points = PointSets.Make(distribution, count, Seed, classCount: 1);
        random.Shuffle(points);
        return [.. points.Select((point, i) => point with { Class = i == 0 ? 0 : i < 60 ? 1 : i < 300 ? 2 : LargeClass, Expiry = expiry(random) })];
    }
}

namespace SpatialIndex.Tests;

public sealed class KdTreeFilterTests
{
    private const int Seed = 5005;

    private static readonly GeoPoint Center = Geo.At(46, 2);

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Nearest_OnlyTheFarthestPointMatches_FindsIt(Distribution distribution)
    {
        TestPoint[] points =
        [
            .. PointSets.Make(distribution, 2000, Seed).Select(point => point with { Class = point.Class % 149, Expiry = 10 }),
        ];
        long farthest = new BruteForce(points).Nearest(Center, default)[^1].Id;
        int index = Array.FindIndex(points, point => point.Id == farthest);
        points[index] = points[index] with { Class = 149, Expiry = 11 };
        KdTree tree = PointSets.Build(points);
        PointFilter[] filters =
        [
            new PointFilter { Classes = ClassSet.Of(150, 149) },
            new PointFilter { NotExpiredAt = 11 },
            new PointFilter { Classes = ClassSet.Of(150, 0, 149), NotExpiredAt = 11 },
        ];

        foreach (PointFilter filter in filters)
        {
            var results = new Neighbor[10];
            int count = tree.Nearest(Center, results, filter);
            Assert.Equal([farthest], results[..count].Select(result => result.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Search_NothingMatches_FindsNothing(Distribution distribution)
    {
        KdTree tree = PointSets.Build(PointSets.Make(distribution, 500, Seed).Select(point => point with { Expiry = 10 }));
        var results = new Neighbor[10];
        PointFilter[] filters =
        [
            new PointFilter { Classes = ClassSet.Of(PointSets.ManyClasses) },
            new PointFilter { NotExpiredAt = 11 },
        ];

        foreach (PointFilter filter in filters)
        {
            Assert.Equal(0, tree.Nearest(Center, results, filter));
            Assert.Equal(0, tree.NearestWithin(Center, double.PositiveInfinity, results, filter));
            Assert.Equal(0, tree.NearestInBox(Center, Geo.Box(-90, -180, 90, 180), results, filter));
            Assert.Equal(0, tree.InBox(Geo.Box(-90, -180, 90, 180), results, filter));
            Assert.Equal(0, tree.AnyInBox(Geo.Box(-90, -180, 90, 180), results, filter));
            Assert.Equal(0, tree.LowestIds(results, filter));
        }
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void NotExpiredAt_AroundTheExpiry_KeepsThePointUpToThatInstant(long instant, bool isFound)
    {
        KdTree tree = PointSets.Build([new TestPoint(1, Center, 0, Expiry: 5)]);

        int count = tree.Nearest(Center, new Neighbor[1], new PointFilter { NotExpiredAt = instant });

        Assert.Equal(isFound ? 1 : 0, count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(149)]
    public void Classes_OneClass_FindsExactlyThePointOfThatClass(int classNumber)
    {
        KdTree tree = PointSets.Build(Enumerable.Range(0, 150).Select(i => new TestPoint(i, Center, i, 0)));
        var results = new Neighbor[150];

        int count = tree.Nearest(Center, results, new PointFilter { Classes = ClassSet.Of(150, classNumber) });

        Assert.Equal([classNumber], results[..count].Select(result => result.Id));
    }

    [Theory]
    [InlineData(149)]
    [InlineData(151)]
    [InlineData(0)]
    public void Classes_MadeForAnotherNumberOfClasses_Throws(int classCount)
    {
        KdTree tree = PointSets.Build([]);
        var filter = new PointFilter { Classes = ClassSet.Where(classCount, _ => true) };
        var box = Geo.Box(0, 0, 1, 1);
        Action[] searches =
        [
            () => tree.Nearest(Center, new Neighbor[1], filter),
            () => tree.NearestWithin(Center, 1, new Neighbor[1], filter),
            () => tree.NearestInBox(Center, box, new Neighbor[1], filter),
            () => tree.InBox(box, new Neighbor[1], filter),
            () => tree.AnyInBox(box, new Neighbor[1], filter),
            () => tree.AnyInBox(box, [], filter),
            () => tree.LowestIds(new Neighbor[1], filter),
        ];

        Assert.All(searches, search => Assert.Equal("filter", Assert.Throws<ArgumentException>(search).ParamName));
    }
}

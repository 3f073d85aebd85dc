using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Cases;

/// <summary>The conditions under which a search of this kind is known to go wrong, on invented points.</summary>
internal static class SpecialCases
{
    private const int Million = 1_000_000;
    private const int QueryCount = 4_096;
    private const int Few = 10;
    private const int Many = 200;
    private const int PileSize = 10_000;
    private const int Seed = 11;
    private static readonly int[] ClassCounts = [60, 600, 2_000];

    /// <summary>The groups, each made when it is asked for, so that only its trees are kept.</summary>
    public static IEnumerable<CaseGroup> All()
    {
        Dataset data = SyntheticDataset.Generate(Million);
        GeoPoint[] queries = data.Queries[..QueryCount];
        yield return NothingMatches(data.Points, queries);
        yield return OnlyTheFarthestMatches(data.Points, queries);
        yield return AllAtOnePlace(queries);
        yield return PileAmongOthers(data.Points, queries);
        yield return ManyClasses("one class in 60", static group => group == 20, data.Points, queries);
        yield return ManyClasses("every second class", static group => group % 2 == 0, data.Points, queries);
        yield return Selectivity(data.Points, queries);
    }

    private static CaseGroup NothingMatches(GeoPoint[] points, GeoPoint[] queries)
    {
        const int ClassCount = 160;
        const int Expired = 20;
        const int Absent = ClassCount - 1;
        int[] classes = RandomClasses(points.Length, Absent);
        KdTree tree = Build(points, ClassCount, number => classes[number], number => classes[number] == Expired ? 0 : 1);
        return new CaseGroup(
            "Filters that nothing matches, among 1,000,000 points, k = 10",
            "below 1 µs",
            new SpecialCase("no class", tree, queries, Few, new PointFilter { Classes = ClassSet.Of(ClassCount) }),
            new SpecialCase("a class without points", tree, queries, Few, new PointFilter { Classes = ClassSet.Of(ClassCount, Absent) }),
            new SpecialCase("younger than any", tree, queries, Few, new PointFilter { NotExpiredAt = 2 }),
            new SpecialCase(
                "a class whose points, one in 159, have all expired",
                tree,
                queries,
                Few,
                new PointFilter { Classes = ClassSet.Of(ClassCount, Expired), NotExpiredAt = 1 }));
    }

    /// <summary>Around those places among the queries that have most often the same point farthest from them.</summary>
    private static CaseGroup OnlyTheFarthestMatches(GeoPoint[] points, GeoPoint[] queries)
    {
        const int ClassCount = 160;
        const int Rare = ClassCount - 1;
        KdTree plain = Build(points, 1, static _ => 0);
        IGrouping<long, GeoPoint> sameFarthest = queries.GroupBy(query => Farthest(plain, query)).MaxBy(static group => group.Count())!;
        long farthest = sameFarthest.Key;
        GeoPoint[] around = [.. sameFarthest];
        int[] classes = RandomClasses(points.Length, Rare);
        KdTree rare = Build(points, ClassCount, number => number == farthest ? Rare : classes[number]);
        KdTree fresh = Build(points, ClassCount, number => classes[number], number => number == farthest ? 1 : 0);
        KdTree freshOfClass = Build(
            points, ClassCount, number => classes[number], number => number == farthest || classes[number] != classes[farthest] ? 1 : 0);
        ClassSet itsClass = ClassSet.Of(ClassCount, classes[farthest]);
        return new CaseGroup(
            $"Filters that only the farthest of 1,000,000 points matches, k = 10, {around.Length} queries",
            "below 20 µs",
            new SpecialCase("the only one of its class", rare, around, Few, new PointFilter { Classes = ClassSet.Of(ClassCount, Rare) }),
            new SpecialCase("the only one not expired", fresh, around, Few, new PointFilter { NotExpiredAt = 1 }),
            new SpecialCase(
                "the only one not expired of its class, which has one in 159",
                freshOfClass,
                around,
                Few,
                new PointFilter { Classes = itsClass, NotExpiredAt = 1 }));
    }

    private static CaseGroup AllAtOnePlace(GeoPoint[] queries)
    {
        GeoPoint place = queries[0];
        KdTree clustered = Build(SyntheticDataset.Generate(PileSize).Points, 1, static _ => 0);
        KdTree pile = Build([.. Enumerable.Repeat(place, PileSize)], 1, static _ => 0);
        return new CaseGroup(
            "10,000 points at one place, k = 200",
            "at most 3 times the first",
            new SpecialCase("10,000 points around towns, queries anywhere", clustered, queries, Many),
            new SpecialCase("at one place, queries anywhere", pile, queries, Many),
            new SpecialCase("at one place, queries within kilometres", pile, Near(place), Many),
            new SpecialCase("at one place, queries there", pile, [.. Enumerable.Repeat(place, QueryCount)], Many));
    }

    private static CaseGroup PileAmongOthers(GeoPoint[] points, GeoPoint[] queries)
    {
        GeoPoint place = queries[0];
        KdTree clustered = Build(points, 1, static _ => 0);
        KdTree withPile = Build([.. points, .. Enumerable.Repeat(place, PileSize)], 1, static _ => 0);
        return new CaseGroup(
            "10,000 points at one place among 1,000,000 others, k = 200",
            "at most 3 times the first",
            new SpecialCase("1,000,000 points around towns, queries anywhere", clustered, queries, Many),
            new SpecialCase("queries within kilometres of the place, without its points", clustered, Near(place), Many),
            new SpecialCase("queries within kilometres of the place", withPile, Near(place), Many),
            new SpecialCase("queries there", withPile, [.. Enumerable.Repeat(place, QueryCount)], Many));
    }

    /// <summary>The same points match, however many classes tell them apart.</summary>
    private static CaseGroup ManyClasses(string filter, Func<int, bool> allowsGroup, GeoPoint[] points, GeoPoint[] queries)
    {
        const int GroupCount = 60;
        return new CaseGroup(
            $"Classes, 1,000,000 points, k = 10, {filter}",
            "at most 2 times the first",
            [.. ClassCounts.Select(classCount =>
            {
                var groups = new Random(Seed);
                var classes = new Random(Seed + 1);
                return new SpecialCase(
                    FormattableString.Invariant($"{classCount:n0} classes"),
                    Build(points, classCount, _ => ClassOf(groups.Next(GroupCount), classes.NextDouble(), classCount)),
                    queries,
                    Few,
                    new PointFilter { Classes = ClassSet.Where(classCount, number => allowsGroup(number % GroupCount)) });
            })]);

        static int ClassOf(int group, double part, int classCount) =>
            group + (GroupCount * (int)(part * ((classCount - group + GroupCount - 1) / GroupCount)));
    }

    /// <summary>Class c and those above it have 10^(c − 5) of the points.</summary>
    private static CaseGroup Selectivity(GeoPoint[] points, GeoPoint[] queries)
    {
        const int ClassCount = 6;
        var random = new Random(Seed);
        KdTree tree = Build(points, ClassCount, _ => Math.Clamp((int)-Math.Log10(1 - random.NextDouble()), 0, ClassCount - 1));
        return new CaseGroup(
            "Share of the points that match, of 1,000,000, k = 10",
            "no bound",
            [.. Enumerable.Range(0, ClassCount).Select(least => new SpecialCase(
                FormattableString.Invariant($"{100 * Math.Pow(10, -least):0.###} %"),
                tree,
                queries,
                Few,
                new PointFilter { Classes = ClassSet.Where(ClassCount, number => number >= least) }))]);
    }

    private static int[] RandomClasses(int pointCount, int classCount)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, pointCount).Select(_ => random.Next(classCount))];
    }

    private static KdTree Build(GeoPoint[] points, int classCount, Func<int, int> classOf, Func<int, long>? expiryOf = null)
    {
        var builder = new KdTreeBuilder(classCount);
        for (int number = 0; number < points.Length; number++)
        {
            builder.Add(number, points[number], classOf(number), expiryOf?.Invoke(number) ?? long.MaxValue);
        }

        return builder.Build();
    }

    /// <summary>The point nearest to the antipode.</summary>
    private static long Farthest(KdTree tree, GeoPoint query)
    {
        var nearest = new Neighbor[1];
        tree.Nearest(new GeoPoint { Latitude = -query.Latitude, Longitude = Math.IEEERemainder(query.Longitude + 180, 360) }, nearest);
        return nearest[0].Id;
    }

    private static GeoPoint[] Near(GeoPoint place)
    {
        const double SpreadDegrees = 0.03;
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, QueryCount).Select(_ => new GeoPoint
        {
            Latitude = place.Latitude + (SpreadDegrees * random.NextGaussian()),
            Longitude = place.Longitude + (SpreadDegrees * random.NextGaussian()),
        })];
    }
}

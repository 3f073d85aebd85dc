using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Cases;

/// <summary>The conditions under which a search of this kind is known to go wrong.</summary>
/// <param name="data">The points and queries.</param>
/// <param name="queryCount">How many of the queries are asked.</param>
internal sealed class SpecialCases(Dataset data, int queryCount)
{
    private const int PilesInAll = 100;
    private const int Few = 10;
    private const int Many = 200;
    private const int Seed = 11;
    private static readonly int[] ClassCounts = [60, 600, 2_000];

    private readonly GeoPoint[] _points = data.Points;
    private readonly GeoPoint[] _queries = data.Queries[..queryCount];

    private int PileSize => _points.Length / PilesInAll;

    private string All => FormattableString.Invariant($"{_points.Length:n0}");

    private string Pile => FormattableString.Invariant($"{PileSize:n0}");

    /// <summary>The groups, each made when it is asked for, so that only its trees are kept.</summary>
    public IEnumerable<CaseGroup> Groups()
    {
        yield return NothingMatches();
        yield return OnlyTheFarthestMatches();
        yield return AllAtOnePlace();
        yield return PileAmongOthers();
        yield return ManyClasses("one class in 60", static group => group == 20);
        yield return ManyClasses("every second class", static group => group % 2 == 0);
    }

    private CaseGroup NothingMatches()
    {
        const int ClassCount = 160;
        const int Expired = 20;
        const int Absent = ClassCount - 1;
        int[] classes = RandomClasses(_points.Length, Absent);
        KdTree tree = Build(_points, ClassCount, number => classes[number], number => classes[number] == Expired ? 0 : 1);
        return new CaseGroup(
            $"Filters that nothing matches, among {All} points, k = 10",
            CaseBound.Below(1),
            new SpecialCase("no class", tree, _queries, Few, new PointFilter { Classes = ClassSet.Of(ClassCount) }),
            new SpecialCase("a class without points", tree, _queries, Few, new PointFilter { Classes = ClassSet.Of(ClassCount, Absent) }),
            new SpecialCase("younger than any", tree, _queries, Few, new PointFilter { NotExpiredAt = 2 }),
            new SpecialCase(
                "a class whose points, one in 159, have all expired",
                tree,
                _queries,
                Few,
                new PointFilter { Classes = ClassSet.Of(ClassCount, Expired), NotExpiredAt = 1 }));
    }

    /// <summary>Around those places among the queries that have most often the same point farthest from them.</summary>
    private CaseGroup OnlyTheFarthestMatches()
    {
        const int ClassCount = 160;
        const int Rare = ClassCount - 1;
        KdTree plain = Build(_points, 1, static _ => 0);
        IGrouping<long, GeoPoint> sameFarthest = _queries.GroupBy(query => Farthest(plain, query)).MaxBy(static group => group.Count())!;
        long farthest = sameFarthest.Key;
        GeoPoint[] around = [.. sameFarthest];
        int[] classes = RandomClasses(_points.Length, Rare);
        KdTree rare = Build(_points, ClassCount, number => number == farthest ? Rare : classes[number]);
        KdTree fresh = Build(_points, ClassCount, number => classes[number], number => number == farthest ? 1 : 0);
        KdTree freshOfClass = Build(
            _points, ClassCount, number => classes[number], number => number == farthest || classes[number] != classes[farthest] ? 1 : 0);
        ClassSet itsClass = ClassSet.Of(ClassCount, classes[farthest]);
        return new CaseGroup(
            $"Filters that only the farthest of {All} points matches, k = 10, {around.Length} queries",
            CaseBound.Below(20),
            new SpecialCase("the only one of its class", rare, around, Few, new PointFilter { Classes = ClassSet.Of(ClassCount, Rare) }),
            new SpecialCase("the only one not expired", fresh, around, Few, new PointFilter { NotExpiredAt = 1 }),
            new SpecialCase(
                "the only one not expired of its class, which has one in 159",
                freshOfClass,
                around,
                Few,
                new PointFilter { Classes = itsClass, NotExpiredAt = 1 }));
    }

    private CaseGroup AllAtOnePlace()
    {
        GeoPoint place = _queries[0];
        KdTree clustered = Build(SyntheticDataset.Generate(PileSize).Points, 1, static _ => 0);
        KdTree pile = Build([.. Enumerable.Repeat(place, PileSize)], 1, static _ => 0);
        return new CaseGroup(
            $"{Pile} points at one place, k = 200",
            CaseBound.TimesFirst(3),
            new SpecialCase($"{Pile} points around towns, queries anywhere", clustered, _queries, Many),
            new SpecialCase("at one place, queries anywhere", pile, _queries, Many),
            new SpecialCase("at one place, queries within kilometres", pile, Near(place, _queries.Length), Many),
            new SpecialCase("at one place, queries there", pile, [.. Enumerable.Repeat(place, _queries.Length)], Many));
    }

    private CaseGroup PileAmongOthers()
    {
        GeoPoint place = _queries[0];
        KdTree clustered = Build(_points, 1, static _ => 0);
        KdTree withPile = Build([.. _points, .. Enumerable.Repeat(place, PileSize)], 1, static _ => 0);
        return new CaseGroup(
            $"{Pile} points at one place among {All} others, k = 200",
            CaseBound.TimesFirst(3),
            new SpecialCase($"{All} points around towns, queries anywhere", clustered, _queries, Many),
            new SpecialCase("queries within kilometres of the place, without its points", clustered, Near(place, _queries.Length), Many),
            new SpecialCase("queries within kilometres of the place", withPile, Near(place, _queries.Length), Many),
            new SpecialCase("queries there", withPile, [.. Enumerable.Repeat(place, _queries.Length)], Many));
    }

    /// <summary>The same points match, however many classes tell them apart.</summary>
    private CaseGroup ManyClasses(string filter, Func<int, bool> allowsGroup)
    {
        const int GroupCount = 60;
        return new CaseGroup(
            $"Classes, {All} points, k = 10, {filter}",
            CaseBound.TimesFirst(2),
            [.. ClassCounts.Select(classCount =>
            {
                var groups = new Random(Seed);
                var classes = new Random(Seed + 1);
                return new SpecialCase(
                    FormattableString.Invariant($"{classCount:n0} classes"),
                    Build(_points, classCount, _ => ClassOf(groups.Next(GroupCount), classes.NextDouble(), classCount)),
                    _queries,
                    Few,
                    new PointFilter { Classes = ClassSet.Where(classCount, number => allowsGroup(number % GroupCount)) });
            })]);

        static int ClassOf(int group, double part, int classCount) =>
            group + (GroupCount * (int)(part * ((classCount - group + GroupCount - 1) / GroupCount)));
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

    private static GeoPoint[] Near(GeoPoint place, int count)
    {
        const double SpreadDegrees = 0.03;
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => new GeoPoint
        {
            Latitude = place.Latitude + (SpreadDegrees * random.NextGaussian()),
            Longitude = place.Longitude + (SpreadDegrees * random.NextGaussian()),
        })];
    }
}

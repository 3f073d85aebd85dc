using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>
/// What the two plans of a nearest search with a filter cost, by the number of points that match and of results; the costs of the model
/// fitted to it; and what the planner loses by choosing wrongly.
/// </summary>
internal sealed class PlansSection : ISection
{
    private const int Seed = 17;
    private static readonly int[] Limits = [1, 10, 100];
    private static readonly int[] Matches = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000];

    public string Name => "plans";

    public string Title => "Plans";

    public string About =>
        "Both plans of a nearest search with a filter, how much longer the one takes that the planner chooses than the better one, and the lines "
        + "through the costs of either, by which the constants of `SearchPlanner` were set.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            int[] matches = WithRuns(data.Points.Length);
            GeoPoint[] queries = options.QueriesOf(data, 2_000);
            KdTree tree = BuildWithSmallClasses(data, matches);
            var scans = new LineFit();
            var walks = new LineFit();
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"{data.Title}: ns a query",
                Heading = "k, matches",
                Columns = ["scan", "walk", "chosen / better"],
            });
            foreach (int limit in Limits)
            {
                for (int number = 0; number < matches.Length; number++)
                {
                    var filter = new PointFilter { Classes = ClassSet.Of(tree.ClassCount, number) };
                    (double scan, double walk, bool isScanChosen) = Time(tree, queries, limit, filter);
                    table.Add(FormattableString.Invariant($"{limit}, {matches[number]:n0}"), scan, walk, (isScanChosen ? scan : walk) / Math.Min(scan, walk));
                    scans.Add(matches[number], scan);
                    walks.Add(SearchPlanner.LeavesToVisit(limit, matches[number], tree.Count), walk);
                }
            }

            result.Note($"Scan: {scans} a point; walk: {walks} a leaf.");
        }
    }

    /// <summary>The classes that have a run among so many points.</summary>
    private static int[] WithRuns(int points)
    {
        int held = 0;
        return [.. Matches.TakeWhile(count => (held += count) <= points / ClassRuns.LeastShare)];
    }

    private static (double Scan, double Walk, bool IsScanChosen) Time(KdTree tree, GeoPoint[] queries, int limit, PointFilter filter)
    {
        var results = new Neighbor[limit];
        Duration[] times = Turns.MedianOfEach(() => Search(SearchPlan.ClassRuns), () => Search(SearchPlan.Tree));
        tree.ExplainNearest(queries[0], results, filter, out SearchExplanation explanation);
        return (Nanoseconds(times[0]), Nanoseconds(times[1]), explanation.Plan == SearchPlan.ClassRuns);

        double Nanoseconds(Duration time) => time.Processor.TotalNanoseconds / queries.Length;

        void Search(SearchPlan plan)
        {
            foreach (GeoPoint query in queries)
            {
                tree.NearestBy(plan, query, results, filter);
            }
        }
    }

    /// <summary>Class c has as many points as it is to match, anywhere among the others, which are of one more class.</summary>
    private static KdTree BuildWithSmallClasses(Dataset data, int[] matches)
    {
        int[] classes = [.. Enumerable.Repeat(matches.Length, data.Points.Length)];
        int placed = 0;
        for (int number = 0; number < matches.Length; number++)
        {
            classes.AsSpan(placed, matches[number]).Fill(number);
            placed += matches[number];
        }

        new Random(Seed).Shuffle(classes);
        var builder = new KdTreeBuilder(matches.Length + 1);
        for (int i = 0; i < classes.Length; i++)
        {
            builder.Add(i, data.Points[i], classes[i]);
        }

        return builder.Build();
    }
}

using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>
/// What the two plans of a nearest search with a filter cost, by the number of points that match and of results; the costs of the model
/// fitted to it; and what the planner loses by choosing wrongly.
/// </summary>
internal static class PlansReport
{
    private const int Million = 1_000_000;
    private const int DefaultQueries = 2_000;
    private const int Seed = 17;
    private static readonly int[] ResultCounts = [1, 10, 100];
    private static readonly int[] Matches = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000];

    public static void Run(ReportOptions options)
    {
        foreach (Dataset data in options.Datasets(Million))
        {
            GeoPoint[] queries = data.Queries[..options.QueryCount(DefaultQueries)];
            KdTree tree = BuildWithSmallClasses(data);
            var scans = new LineFit();
            var walks = new LineFit();
            MarkdownTable.Header([data.Title, "matches", "scan ns", "walk ns", "chosen / better"]);
            foreach (int wanted in ResultCounts)
            {
                for (int number = 0; number < Matches.Length; number++)
                {
                    var filter = new PointFilter { Classes = ClassSet.Of(tree.ClassCount, number) };
                    var results = new Neighbor[wanted];
                    double scan = QueryTimer.Measure(queries.Length, query => tree.NearestBy(SearchPlan.ClassRuns, queries[query], results, filter)).Median;
                    double walk = QueryTimer.Measure(queries.Length, query => tree.NearestBy(SearchPlan.Tree, queries[query], results, filter)).Median;
                    tree.ExplainNearest(queries[0], results, filter, out SearchExplanation explanation);
                    double chosen = explanation.Plan == SearchPlan.ClassRuns ? scan : walk;
                    MarkdownTable.Row($"nearest {wanted}", [Matches[number], scan, walk, chosen / Math.Min(scan, walk)], "#,0.##");
                    scans.Add(Matches[number], scan);
                    walks.Add(SearchPlanner.LeavesToVisit(wanted, Matches[number], tree.Count), walk);
                }
            }

            Console.WriteLine();
            Console.WriteLine($"scan: {scans} a point; walk: {walks} a leaf");
            Console.WriteLine();
        }
    }

    /// <summary>Class c has as many points as <see cref="Matches"/> says, anywhere among the others, which are of one more class.</summary>
    private static KdTree BuildWithSmallClasses(Dataset data)
    {
        int[] classes = [.. Enumerable.Repeat(Matches.Length, data.Points.Length)];
        int placed = 0;
        for (int number = 0; number < Matches.Length; number++)
        {
            classes.AsSpan(placed, Matches[number]).Fill(number);
            placed += Matches[number];
        }

        new Random(Seed).Shuffle(classes);
        var builder = new KdTreeBuilder(Matches.Length + 1);
        for (int i = 0; i < classes.Length; i++)
        {
            builder.Add(i, data.Points[i], classes[i]);
        }

        return builder.Build();
    }
}

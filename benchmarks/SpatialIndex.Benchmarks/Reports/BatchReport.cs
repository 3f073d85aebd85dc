using System.Diagnostics;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Nearest searches one after the other, in a batch on one thread, and in a batch on two: nanoseconds a query, and how many times as fast.</summary>
internal static class BatchReport
{
    private const int Passes = 7;
    private static readonly int[] ResultCounts = [1, 10, 100];

    public static void Run(ReportOptions options)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            KdTree tree = data.BuildTree();
            GeoPoint[] queries = data.AllQueries[..Math.Min(data.AllQueries.Length, options.QueryCount(data.AllQueries.Length))];
            MarkdownTable.Header([$"{data.Title}, {queries.Length} queries", "single ns", "one thread ns", "two threads ns", "single / one", "one / two"]);
            foreach (int limit in ResultCounts)
            {
                Run(tree, queries, limit);
            }

            Console.WriteLine();
        }
    }

    private static void Run(KdTree tree, GeoPoint[] queries, int limit)
    {
        var results = new Neighbor[queries.Length * limit];
        int[] counts = new int[queries.Length];
        Action[] ways =
        [
            () => SearchSingly(tree, queries, results, limit),
            () => tree.NearestBatch(queries, limit, results, counts, maxThreads: 1),
            () => tree.NearestBatch(queries, limit, results, counts, maxThreads: 2),
        ];
        double[] nanoseconds = [.. MedianOfEach(ways).Select(time => time.TotalNanoseconds / queries.Length)];
        MarkdownTable.Row(
            $"nearest {limit}", [.. nanoseconds, nanoseconds[0] / nanoseconds[1], nanoseconds[1] / nanoseconds[2]], "#,0.##");
    }

    private static void SearchSingly(KdTree tree, GeoPoint[] queries, Neighbor[] results, int limit)
    {
        for (int i = 0; i < queries.Length; i++)
        {
            tree.Nearest(queries[i], results.AsSpan(i * limit, limit));
        }
    }

    /// <summary>In turn, so that a busy machine is busy for each of them; the first pass is not counted.</summary>
    private static TimeSpan[] MedianOfEach(Action[] ways)
    {
        var times = new TimeSpan[ways.Length][];
        for (int way = 0; way < ways.Length; way++)
        {
            times[way] = new TimeSpan[Passes];
            ways[way]();
        }

        for (int pass = 0; pass < Passes; pass++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                long start = Stopwatch.GetTimestamp();
                ways[way]();
                times[way][pass] = Stopwatch.GetElapsedTime(start);
            }
        }

        return [.. times.Select(static passes => passes.Order().ElementAt(Passes / 2))];
    }
}

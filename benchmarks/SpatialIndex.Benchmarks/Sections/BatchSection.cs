using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Nearest searches one after the other, in a batch on one thread, and in a batch on two.</summary>
internal sealed class BatchSection : ISection
{
    private static readonly int[] Limits = [1, 10, 100];

    public string Name => "batch";

    public string Title => "Batches";

    public string About =>
        "As many queries as a set has, one after the other and as a batch on one thread, by processor time; and how many times as fast a batch on two "
        + "threads is as on one, by the clock.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            KdTree tree = data.BuildTree();
            GeoPoint[] queries = data.AllQueries[..Math.Min(data.AllQueries.Length, options.QueryCount(data.AllQueries.Length))];
            ReportTable table = result.Add(new ReportTable
            {
                Title = FormattableString.Invariant($"{data.Title}: {queries.Length:n0} queries"),
                Heading = "search",
                Columns = ["single ns", "batch ns", "single / batch", "one thread / two"],
            });
            foreach (int limit in Limits)
            {
                var results = new Neighbor[queries.Length * limit];
                int[] counts = new int[queries.Length];
                Duration[] times = Turns.MedianOfEach(
                    () => SearchSingly(tree, queries, results, limit), () => SearchAsBatch(threads: 1), () => SearchAsBatch(threads: 2));
                double[] nanoseconds = [.. times.Select(time => time.Processor.TotalNanoseconds / queries.Length)];
                table.Add($"nearest {limit}", nanoseconds[0], nanoseconds[1], nanoseconds[0] / nanoseconds[1], times[1].Clock / times[2].Clock);

                void SearchAsBatch(int threads) => tree.NearestBatch(queries, limit, results, counts, maxThreads: threads);
            }
        }
    }

    private static void SearchSingly(KdTree tree, GeoPoint[] queries, Neighbor[] results, int limit)
    {
        for (int i = 0; i < queries.Length; i++)
        {
            tree.Nearest(queries[i], results.AsSpan(i * limit, limit));
        }
    }
}

using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Nearest searches one after the other, in a batch on one thread, and in a batch on two.</summary>
internal sealed class BatchSection : ISection
{
    private static readonly int[] Limits = [1, 10, 100];

    public string Name => "batch";

    public string Title => "Batches";

    public string About => "As many queries as a set has, one after the other, as a batch on one thread, and as a batch on two.";

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
                Columns = ["single ns", "one thread ns", "two threads ns", "single / one", "one / two"],
            });
            foreach (int limit in Limits)
            {
                double[] times = [.. Time(tree, queries, limit).Select(time => time.TotalNanoseconds / queries.Length)];
                table.Add($"nearest {limit}", times[0], times[1], times[2], times[0] / times[1], times[1] / times[2]);
            }
        }
    }

    private static TimeSpan[] Time(KdTree tree, GeoPoint[] queries, int limit)
    {
        var results = new Neighbor[queries.Length * limit];
        int[] counts = new int[queries.Length];
        return Turns.MedianOfEach(
            () => SearchSingly(tree, queries, results, limit),
            () => tree.NearestBatch(queries, limit, results, counts, maxThreads: 1),
            () => tree.NearestBatch(queries, limit, results, counts, maxThreads: 2));
    }

    private static void SearchSingly(KdTree tree, GeoPoint[] queries, Neighbor[] results, int limit)
    {
        for (int i = 0; i < queries.Length; i++)
        {
            tree.Nearest(queries[i], results.AsSpan(i * limit, limit));
        }
    }
}

using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>The nearest k points, by k and peer.</summary>
internal sealed class LimitSection : ISection
{
    private static readonly int[] Limits = [1, 2, 5, 10, 20, 50, 100, 200];

    public string Name => "k";

    public string Title => "Latency by k";

    public string About => "The k nearest points, without a filter, on one core.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.InventedSets(1_000_000))
        {
            using Contest contest = options.OfAllPeers(data, result);
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"The k nearest, {data.Title}: µs a query",
                Heading = "k",
                Columns = [.. contest.Contenders.Select(static contender => contender.Name)],
                Chart = new ChartLabels("latency-by-k", "k, the number of nearest points", "µs a query"),
            });
            foreach (int limit in Limits)
            {
                double[] nanoseconds = contest.Time(new Operation($"knn{limit}", OperationKind.Nearest, limit));
                table.Add(limit, nanoseconds.Select(static time => time / 1000));
            }
        }
    }
}

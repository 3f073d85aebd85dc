using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>The nearest ten points that pass a filter, by the share of those that do, and peer.</summary>
internal sealed class SelectivitySection : ISection
{
    private const int Limit = 10;
    private const int ClassCount = Dataset.CarrierCount * Dataset.TypeCount;

    public string Name => "selectivity";

    public string Title => "Latency by filter selectivity";

    public string About =>
        "The ten nearest points of those that a filter by class allows, anywhere among the others, on one core. Peers without filters inside the search "
        + "have a predicate that is asked about each point (nanoflann, geokdbush, the scan) or fetch more until enough of them pass (NTS).";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.InventedSets(1_000_000).Select(SyntheticDataset.WithCarriersByDecades))
        {
            using Contest contest = options.OfAllPeers(data, result);
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"The ten nearest that pass, {data.Title}: µs a query",
                Heading = "% that pass",
                Columns = [.. contest.Contenders.Select(static contender => contender.Name)],
                Chart = new ChartLabels("latency-by-selectivity", "% of the points that pass the filter", "µs a query"),
            });
            for (int decade = 0; decade < SyntheticDataset.Decades; decade++)
            {
                var filter = new PointFilter { Classes = ClassSet.Where(ClassCount, number => number / Dataset.TypeCount >= decade) };
                double[] nanoseconds = contest.Time(new Operation($"decade{decade}", OperationKind.Nearest, Limit, decade == 0 ? default : filter));
                table.Add(100 / Math.Pow(10, decade), nanoseconds.Select(static time => time / 1000));
            }
        }
    }
}

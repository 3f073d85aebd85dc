using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>What searching, building and keeping cost as the points get more.</summary>
internal sealed class GrowthSection : ISection
{
    private const string Points = "points";

    public string Name => "growth";

    public string Title => "Growth with the number of points";

    public string About =>
        "Ten thousand to ten million points, on one core. Here peers do not take turns: each is built, timed and dropped before the next. "
        + "Bytes are what is kept to search by: index, positions, classes and expiries. nanoflann's building includes that of the tree whose order its points take. Where there are ten times as many points, a circle or a box "
        + "holds ten times as many, up to the 100 or 200 that are returned.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        options.NoteAbsent(result);
        GrowthStep.WarmUp();
        GrowthStep[] steps = [.. options.InventedSets(10_000, 100_000, 1_000_000, 10_000_000).Select(data => GrowthStep.Measure(options, data))];
        string[] peers = [.. steps[0].Peers.Select(static peer => peer.Name)];
        string[] operations = [.. Operation.All.Select(static operation => operation.Name)];
        Add("Growth of our searches", "growth", "µs a query", operations, static step => step.Microseconds);
        Add("Growth of the search for the ten nearest", "growth-by-peer", "µs a query", peers, static step => step.Of(static peer => peer.Nearest10Microseconds));
        Add("Memory", "memory", "bytes a point", peers, static step => step.Of(peer => peer.Bytes / step.PointCount));
        Add("Building", "build", "ms of processor time", peers, static step => step.Of(static peer => peer.BuildMilliseconds));

        void Add(string title, string chart, string up, string[] columns, Func<GrowthStep, IEnumerable<double>> figures)
        {
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"{title}, {up}",
                Heading = Points,
                Columns = columns,
                Chart = new ChartLabels(chart, Points, up),
            });
            foreach (GrowthStep step in steps)
            {
                table.Add(step.PointCount, figures(step));
            }
        }
    }
}

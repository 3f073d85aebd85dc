using SpatialIndex.Benchmarks.Reports;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary><see cref="KdTreeBenchmarks"/>: our searches by BenchmarkDotNet, with what they allocate.</summary>
internal sealed class SearchesSection : ISection
{
    public string Name => "searches";

    public string Title => "Searches";

    public string About =>
        "Our searches by BenchmarkDotNet: points and queries around 2,000 towns of Europe; the filter keeps 4 of 160 classes and 95 % of the ages.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        BenchmarkFigures[] all = BenchmarkFigures.Measure<KdTreeBenchmarks>(options);
        string[] sizes = [.. all.Select(static figures => figures.Parameter).Distinct()];
        ReportTable table = result.Add(new ReportTable
        {
            Title = "µs a search",
            Heading = "search",
            Columns = [.. sizes.Select(static size => $"{size} points"), "bytes allocated"],
        });
        foreach (IGrouping<string, BenchmarkFigures> search in all.GroupBy(static figures => figures.Name))
        {
            IEnumerable<double> microseconds = search.Select(static figures => figures.Nanoseconds / 1000);
            table.Add(search.Key, microseconds.Append(search.Max(static figures => figures.Bytes)));
        }
    }
}

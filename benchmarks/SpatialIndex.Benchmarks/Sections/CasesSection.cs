using SpatialIndex.Benchmarks.Cases;
using SpatialIndex.Benchmarks.Reports;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>The special cases, each beside the first of its group, and whether it keeps its bound.</summary>
internal sealed class CasesSection : ISection
{
    public string Name => "cases";

    public string Title => "Special cases";

    public string About => "Conditions in which such searches go wrong, each group with the bound it is held to.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        var cases = new SpecialCases(options.InventedSets(1_000_000).First(), options.QueryCount(4_096));
        foreach (CaseGroup group in cases.Groups())
        {
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"{group.Title}: {group.Bound.Text}",
                Heading = "case",
                Columns = ["µs", "times the first"],
                Remarks = "bound",
            });
            Duration[] times = Turns.MedianOfEach([.. group.Cases.Select(static special => (Action)special.Search)]);
            double[] microseconds = [.. times.Select((time, i) => time.Processor.TotalMicroseconds / group.Cases[i].Queries.Length)];
            for (int i = 0; i < microseconds.Length; i++)
            {
                double timesFirst = microseconds[i] / microseconds[0];
                string bound = group.Bound.IsKept(microseconds[i], timesFirst) ? "kept" : "missed";
                table.Add(new ReportRow(group.Cases[i].Name, [microseconds[i], timesFirst], bound));
            }
        }
    }
}

using SpatialIndex.Benchmarks.Reports;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary><see cref="HoursBenchmarks"/>: what the opening fields of a result cost.</summary>
internal sealed class HoursSection : ISection
{
    public string Name => "hours";

    public string Title => "Opening hours";

    public string About => "The zone of a point, `is_open_tomorrow` and `next_open_at`, for one point, by BenchmarkDotNet.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        ReportTable table = result.Add(new ReportTable { Title = "A point's opening fields", Heading = "points", Columns = ["ns", "bytes allocated"] });
        foreach (BenchmarkFigures figures in BenchmarkFigures.Measure<HoursBenchmarks>(options))
        {
            table.Add(figures.Name, figures.Nanoseconds, figures.Bytes);
        }
    }
}

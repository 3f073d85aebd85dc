using System.Text.Json;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>The folder of a report: what was measured in <c>data</c>, one file a section; the charts; and <c>report.md</c>.</summary>
internal sealed class ReportFolder(string path)
{
    private const string Data = "data";

    /// <summary>Where a section's data are, as the report links to it.</summary>
    public static string DataLink(string section) => $"{Data}/{section}.json";

    public void Save(SectionResult result)
    {
        Directory.CreateDirectory(Path.Combine(path, Data));
        Write(DataLink(result.Section), JsonSerializer.Serialize(result, SectionResultContext.Default.SectionResult) + "\n");
    }

    /// <summary>What was measured of a section; null if it was not.</summary>
    public SectionResult? Load(string section)
    {
        string file = Path.Combine(path, DataLink(section));
        return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllText(file), SectionResultContext.Default.SectionResult) : null;
    }

    /// <summary>Writes the report over everything that was measured.</summary>
    public void Render()
    {
        SectionResult[] results = [.. ReportSections.All.Select(section => Load(section.Name)).OfType<SectionResult>()];
        foreach (ReportTable table in results.SelectMany(static result => result.Tables))
        {
            if (table.Chart is { } chart)
            {
                Write($"{chart.Name}.svg", LineChart.Of(table).ToSvg() + "\n");
            }
        }

        Write("report.md", ReportText.Of(results));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(path, file), text);
}

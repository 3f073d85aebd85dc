using System.Globalization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Figures by row and column, printed row by row, so that long measurements show as they come.</summary>
internal sealed class ReportTable
{
    public required string Title { get; init; }

    /// <summary>The heading of the rows' names.</summary>
    public required string Heading { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The heading of the rows' remarks; null where they have none.</summary>
    public string? Remarks { get; init; }

    /// <summary>How figures are written; null for three digits and whatever stands before the point.</summary>
    public string? Format { get; init; }

    /// <summary>How the table is drawn; null where it is not.</summary>
    public ChartLabels? Chart { get; init; }

    public List<ReportRow> Rows { get; init; } = [];

    public void Add(string name, params IReadOnlyList<double?> figures) => Add(new ReportRow(name, figures));

    public void Add(string name, IEnumerable<double> figures) => Add(name, [.. figures.Cast<double?>()]);

    /// <summary>Adds a row that is named by its place on the horizontal axis.</summary>
    public void Add(double across, IEnumerable<double> figures) =>
        Add(new ReportRow(Text(across, "#,0.######"), [.. figures.Cast<double?>()], Across: across));

    public void Add(ReportRow row)
    {
        Rows.Add(row);
        Console.WriteLine(ToMarkdown(row));
    }

    public void PrintHeader() => Console.WriteLine(HeaderToMarkdown());

    /// <summary>A figure as it is written; null where there is none.</summary>
    public string? Text(string row, string column)
    {
        int index = Columns.ToList().IndexOf(column);
        return Rows.FirstOrDefault(candidate => candidate.Name == row)?.Figures[index] is { } figure ? Text(figure, Format) : null;
    }

    /// <summary>The whole table.</summary>
    public string ToMarkdown() => string.Join('\n', Rows.Select(ToMarkdown).Prepend(HeaderToMarkdown()));

    private static string Text(double? figure, string? format) => figure switch
    {
        null => "–",
        double value => value.ToString(format ?? FormatOf(value), CultureInfo.InvariantCulture),
    };

    private static string FormatOf(double value) => Math.Abs(value) switch
    {
        >= 100 => "n0",
        >= 10 => "#,0.#",
        >= 1 => "0.##",
        >= 0.1 => "0.###",
        _ => "g2",
    };

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private string HeaderToMarkdown()
    {
        string[] headings = [Heading, .. Columns, .. Remarks is null ? Array.Empty<string>() : [Remarks]];
        string[] rule = ["---", .. Columns.Select(static _ => "---:"), .. Remarks is null ? Array.Empty<string>() : ["---"]];
        return $"{Line(headings)}\n{Line(rule)}";
    }

    private string ToMarkdown(ReportRow row)
    {
        string[] remark = Remarks is null ? [] : [row.Remark ?? ""];
        return Line([row.Name, .. row.Figures.Select(figure => Text(figure, Format)), .. remark]);
    }
}

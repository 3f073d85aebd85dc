using System.Globalization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Prints a table row by row, so that long measurements show as they come.</summary>
internal static class MarkdownTable
{
    public static void Header(IReadOnlyCollection<string> names)
    {
        Line(names);
        Line(names.Select(static _ => "---"));
    }

    /// <param name="name">The first cell.</param>
    /// <param name="values">The numbers after it.</param>
    /// <param name="format">How the numbers are written.</param>
    public static void Row(string name, IEnumerable<double> values, string format) =>
        Line(values.Select(value => value.ToString(format, CultureInfo.InvariantCulture)).Prepend(name));

    private static void Line(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}

namespace SpatialIndex.ServicePoints.Tests;

/// <summary>Rows of tables in the documentation, which tests hold to what they say.</summary>
internal static class DocumentedRows
{
    private const string Start = "| `";

    /// <summary>The rows with so many columns of which the first is code: that code, and the row.</summary>
    public static IEnumerable<object[]> Of(string file, int columns) => File.ReadLines(Repository.File(file))
        .Where(line => line.StartsWith(Start, StringComparison.Ordinal) && line.Count('|') == columns + 1)
        .Select(static line => new object[] { line[Start.Length..line.IndexOf('`', Start.Length)], line });
}

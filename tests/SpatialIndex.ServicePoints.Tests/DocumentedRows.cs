namespace SpatialIndex.ServicePoints.Tests;

/// <summary>Rows of tables in the documentation, which tests hold to what they say.</summary>
internal static class DocumentedRows
{
    private const string Start = "| `";

    /// <summary>The rows of the table with this header whose first column is code: that code, and the row.</summary>
    public static IEnumerable<object[]> Of(string file, string header) => File.ReadLines(Repository.File(file))
        .SkipWhile(line => line != header)
        .Skip(1)
        .TakeWhile(static line => line.StartsWith('|'))
        .Where(static line => line.StartsWith(Start, StringComparison.Ordinal))
        .Select(static line => new object[] { line[Start.Length..line.IndexOf('`', Start.Length)], line });
}

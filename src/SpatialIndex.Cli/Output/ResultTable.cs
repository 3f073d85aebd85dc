using System.Text.Json;

namespace SpatialIndex.Cli.Output;

/// <summary>Prints points that were found as a table for people.</summary>
internal static class ResultTable
{
    private static readonly string[] Titles = ["distance", "carrier", "type", "name", "address", "id"];

    public static void Write(IReadOnlyList<JsonElement> results, CliEnvironment environment)
    {
        List<string[]> rows = [[.. Titles], .. results.Select(Row)];
        foreach (string[] row in rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = Printable(row[column]);
            }
        }

        int[] widths = [.. Titles.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            environment.WriteLine(string.Join("  ", row.Select((cell, column) =>
                column == 0 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>Control characters, which a terminal would obey, become spaces.</summary>
    private static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(static character => char.IsControl(character) ? ' ' : character)) : text;

    private static string[] Row(JsonElement result)
    {
        JsonElement address = result.GetProperty("address");
        string street = $"{Text(address, "street")} {Text(address, "house_number")}".Trim();
        return
        [
            result.GetProperty("distance") is { ValueKind: JsonValueKind.Number } meters ? $"{meters.GetRawText()} m" : "",
            Text(result.GetProperty("carrier"), "code"),
            Text(result, "general_shop_type"),
            Text(result, "name"),
            $"{street}, {Text(address, "postal_code")} {Text(address, "city")}".TrimStart(',', ' ').TrimEnd(),
            result.GetProperty("id").GetRawText(),
        ];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}

using System.Globalization;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;

namespace SpatialIndex.Cli.Output;

/// <summary>Prints points that were found as a table for people.</summary>
internal static class HitTable
{
    private static readonly string[] Titles = ["distance", "carrier", "type", "name", "address", "id"];

    public static void Write(IReadOnlyList<SearchHit> hits, CliEnvironment environment)
    {
        List<string[]> rows = [[.. Titles], .. hits.Select(Row)];
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

    private static string[] Row(SearchHit hit)
    {
        Address address = hit.Point.Address;
        string street = $"{address.Street} {address.HouseNumber}".Trim();
        return
        [
            hit.DistanceMeters is { } meters ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(meters + 0.5)} m") : "",
            hit.Point.Carrier.Code,
            hit.Point.GeneralShopType ?? "",
            hit.Point.Name,
            $"{street}, {address.PostalCode} {address.City}".TrimStart(',', ' ').TrimEnd(),
            hit.Point.Id.ToString(CultureInfo.InvariantCulture),
        ];
    }
}

using System.Globalization;
using System.IO.Compression;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Places;

/// <summary>
/// Makes the table of known places of GeoNames' cities: starts with the large ones, and adds those whose nearest known place is in another
/// country until there are none, each time no more than the largest of a country in a square of half a degree (a condensed
/// nearest-neighbour set, P. E. Hart, 1968).
/// </summary>
public static class KnownPlacesCompiler
{
    private const long LargeCity = 100_000;

    public static IReadOnlyList<GeoNamesCity> ReadCities(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var cities = new List<GeoNamesCity>();
        while (reader.ReadLine() is { } line)
        {
            string[] columns = line.Split('\t');
            cities.Add(new GeoNamesCity(columns[8], Degrees(columns[4]), Degrees(columns[5]), long.Parse(columns[14], CultureInfo.InvariantCulture)));
        }

        return cities;
    }

    public static string Compile(IReadOnlyList<GeoNamesCity> cities)
    {
        List<GeoNamesCity> known = [.. cities.Where(static city => city.Population >= LargeCity)];
        while (Wrong(cities, known) is { Count: > 0 } wrong)
        {
            known.AddRange(wrong
                .OrderByDescending(static city => city.Population)
                .DistinctBy(static city => (city.CountryCode, decimal.Floor(2 * city.Latitude), decimal.Floor(2 * city.Longitude))));
        }

        IEnumerable<string> lines = known
            .GroupBy(static city => city.CountryCode)
            .OrderBy(static country => country.Key, StringComparer.Ordinal)
            .Select(static country => string.Join(' ', country
                .Select(static city => string.Create(CultureInfo.InvariantCulture, $"{city.Latitude:0.##},{city.Longitude:0.##}"))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Prepend(country.Key)));
        return string.Concat(lines.Select(static line => line + "\n"));
    }

    private static List<GeoNamesCity> Wrong(IReadOnlyList<GeoNamesCity> cities, List<GeoNamesCity> known)
    {
        var builder = new KdTreeBuilder();
        for (int i = 0; i < known.Count; i++)
        {
            builder.Add(i, known[i].Position);
        }

        KdTree tree = builder.Build();
        var nearest = new Neighbor[1];
        HashSet<GeoNamesCity> taken = [.. known];
        return [.. cities.Where(city => tree.Nearest(city.Position, nearest) == 1 && known[(int)nearest[0].Id].CountryCode != city.CountryCode && taken.Add(city))];
    }

    private static decimal Degrees(string text) => Math.Round(decimal.Parse(text, CultureInfo.InvariantCulture), 2);
}

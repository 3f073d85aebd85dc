using System.Globalization;

namespace SpatialIndex.ServicePoints.Feeds.Places;

/// <summary>
/// Tells the country of a position by the nearest of some thousand towns: all of 100,000 people, and of the smaller ones as many as it
/// takes that each of the 135,000 towns of GeoNames is told right. Between towns on both sides of a border it may be wrong by a few
/// kilometres. Safe to use from any number of threads.
/// </summary>
/// <remarks>From <c>places.txt</c>, © GeoNames, CC BY 4.0: a line a country with its code and latitude,longitude pairs.</remarks>
internal static class KnownPlaces
{
    private static readonly Lazy<(KdTree Tree, string[] CountryCodes)> Known = new(Load);
    private static readonly Lazy<ILookup<string, GeoPoint>> ByCountry = new(() => Read().ToLookup(static place => place.CountryCode, static place => place.Position));

    /// <summary>The countries with known places, in order of their codes.</summary>
    public static IEnumerable<string> CountryCodes => ByCountry.Value.Select(static country => country.Key);

    /// <summary>The known places of a country, always in the same order; none when none are known.</summary>
    public static IEnumerable<GeoPoint> Of(string countryCode) => ByCountry.Value[countryCode];

    /// <summary>The known place nearest to a position.</summary>
    public static KnownPlace NearestTo(GeoPoint position)
    {
        Span<Neighbor> nearest = stackalloc Neighbor[1];
        (KdTree tree, string[] countryCodes) = Known.Value;
        tree.Nearest(position, nearest);
        return new KnownPlace(countryCodes[nearest[0].Id], nearest[0].DistanceMeters);
    }

    private static (KdTree Tree, string[] CountryCodes) Load()
    {
        var tree = new KdTreeBuilder();
        var countryCodes = new List<string>();
        foreach ((string countryCode, GeoPoint position) in Read())
        {
            tree.Add(countryCodes.Count, position);
            countryCodes.Add(countryCode);
        }

        return (tree.Build(), [.. countryCodes]);
    }

    private static IEnumerable<(string CountryCode, GeoPoint Position)> Read()
    {
        using Stream stream = typeof(KnownPlaces).Assembly.GetManifestResourceStream("places/places.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            foreach (string place in words.Skip(1))
            {
                int comma = place.IndexOf(',', StringComparison.Ordinal);
                yield return (words[0], new GeoPoint
                {
                    Latitude = double.Parse(place.AsSpan(0, comma), CultureInfo.InvariantCulture),
                    Longitude = double.Parse(place.AsSpan(comma + 1), CultureInfo.InvariantCulture),
                });
            }
        }
    }
}

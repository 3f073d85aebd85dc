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
        using Stream stream = typeof(KnownPlaces).Assembly.GetManifestResourceStream("places/places.txt")!;
        using var reader = new StreamReader(stream);
        var tree = new KdTreeBuilder();
        var countryCodes = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            foreach (string place in words.Skip(1))
            {
                int comma = place.IndexOf(',', StringComparison.Ordinal);
                tree.Add(countryCodes.Count, new GeoPoint
                {
                    Latitude = double.Parse(place.AsSpan(0, comma), CultureInfo.InvariantCulture),
                    Longitude = double.Parse(place.AsSpan(comma + 1), CultureInfo.InvariantCulture),
                });
                countryCodes.Add(words[0]);
            }
        }

        return (tree.Build(), [.. countryCodes]);
    }
}

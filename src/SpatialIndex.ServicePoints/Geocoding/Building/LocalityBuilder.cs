using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>A locality while its country is built.</summary>
internal sealed class LocalityBuilder(GazetteerRecord first, string name, string key)
{
    // A town without a count of people, and the reach of one with: about the square root of its people.
    private const int LeastRadiusMeters = 2_500;
    private const int RadiusMetersOfOne = 1_500;
    private const int RadiusMetersBySquareRoot = 12;

    private GazetteerSourceKind _named = first.Source;

    public GeoPoint First { get; } = first.Position;

    public bool IsCity { get; } = first.Source == GazetteerSourceKind.GeoNamesCities;

    public string Name { get; private set; } = name;

    /// <summary>The key of its name.</summary>
    public string Key { get; private set; } = key;

    public string Region { get; private set; } = first.Region;

    public int Population { get; } = Math.Max(0, first.Population);

    public SortedSet<int> Codes { get; } = [];

    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    public PlaceExtent Records { get; } = new();

    public PlaceExtent Houses { get; } = new();

    public GeoPoint Position => IsCity || Houses.IsEmpty ? First : Houses.Middle();

    public int ExpectedRadiusMeters => Population == 0
        ? LeastRadiusMeters
        : Math.Max(LeastRadiusMeters, RadiusMetersOfOne + (int)(RadiusMetersBySquareRoot * Math.Sqrt(Population)));

    /// <param name="position">Where it is.</param>
    /// <param name="reachMeters">How far it reaches among its neighbours.</param>
    public int RadiusMeters(GeoPoint position, int reachMeters) =>
        Math.Max(Math.Max(ExpectedRadiusMeters, reachMeters), Math.Max(Records.RadiusMeters(position), Houses.BeyondMeters(position)));

    /// <param name="record">What a source says.</param>
    /// <param name="name">The name that it gives, without the number of a district.</param>
    /// <param name="key">The key of that name.</param>
    public void Add(GazetteerRecord record, string name, string key)
    {
        if (record.Source > _named)
        {
            (_named, Name, Key) = (record.Source, name, key);
        }

        // Postal codes name regions in the language of the country, lists of the world's cities in English.
        Region = record.Region.Length > 0 && (Region.Length == 0 || record.Source == GazetteerSourceKind.GeoNamesPostal) ? record.Region : Region;
        (record.Source >= GazetteerSourceKind.Streets ? Houses : Records).Add(record.Position);
    }
}

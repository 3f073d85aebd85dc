using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>The regions of a country, which its localities name. Immutable. To be used under a lease of its gazetteer.</summary>
internal sealed class RegionTable
{
    // How many localities of a region are asked which regions those around them are of, and how many are around.
    private const int MaxAsked = 64;
    private const int Neighbors = 8;
    private const double NeighborMeters = 50_000;

    // The locality of a name that has so many people is meant before a region.
    private const int KnownPopulation = 100_000;

    private readonly CountryGazetteer _country;
    private readonly ILookup<string, int> _textsByKey;

    public RegionTable(CountryGazetteer country)
    {
        _country = country;
        HashSet<int> texts = [];
        foreach (LocalityRow locality in country.Localities.Span)
        {
            texts.Add(locality.Region);
        }

        _textsByKey = texts.SelectMany(text => KeysOf(text).Select(key => (key, text))).ToLookup(static pair => pair.key, static pair => pair.text, StringComparer.Ordinal);
        MaxKeyLength = _textsByKey.Select(static texts => texts.Key.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The letters of the longest name.</summary>
    public int MaxKeyLength { get; }

    /// <summary>The localities of a region; none when there is no region of the name, or a locality is meant by it.</summary>
    /// <param name="key">The name as a key.</param>
    public IReadOnlyList<int> LocalitiesOf(string key)
    {
        int[] texts = [.. _textsByKey[key]];
        if (texts.Length == 0 || _country.LocalityKeys.FindExact(key).Exists(locality => IsMeant(locality, texts)))
        {
            return [];
        }

        List<int> localities = Of(texts);
        return OtherNameOf(texts, localities) is { } other ? [.. localities, .. Of([other])] : localities;
    }

    /// <summary>The key of a region, and of each of its names where they are written as <c>Видин / Vidin</c>.</summary>
    private IEnumerable<string> KeysOf(int text) =>
        _country.TextAt(text).Split(" / ").Select(name => AddressText.Key(name, _country.Way)).Where(static key => key.Length > 0).Distinct();

    private List<int> Of(int[] texts) => [.. Enumerable.Range(0, _country.Localities.Length).Where(locality => texts.Contains(RegionOf(locality)))];

    private int RegionOf(int locality) => _country.Localities.Span[locality].Region;

    /// <summary>Regions are named after towns in them, which are meant then; a village elsewhere has the name of a region by chance.</summary>
    private bool IsMeant(int locality, int[] texts) =>
        _country.Localities.Span[locality].Population >= KnownPopulation
        || texts.Contains(RegionOf(locality))
        || (Around([locality]) is [var around, ..] && texts.Contains(around));

    /// <summary>
    /// The region that a name is another name of: where sources speak different languages, a few localities that only one of them knows, and
    /// without postal codes, name the region in its language. Null when the name is that of a region of its own.
    /// </summary>
    private int? OtherNameOf(int[] texts, List<int> localities)
    {
        if (MostHaveCodes(localities))
        {
            return null;
        }

        int? other = Around(localities).Select(static region => (int?)region).FirstOrDefault(region => !texts.Contains(region!.Value));
        return other is { } region && MostHaveCodes(Of([region])) ? other : null;
    }

    private bool MostHaveCodes(List<int> localities) => 2 * localities.Count(locality => _country.Localities.Span[locality].CodeCount > 0) >= localities.Count;

    /// <summary>The regions of what lies around localities, that of the most first.</summary>
    private List<int> Around(List<int> localities)
    {
        Dictionary<int, int> counts = [];
        Span<Neighbor> found = stackalloc Neighbor[Neighbors];
        var filter = new PointFilter { Classes = ClassSet.Of(_country.Tree.ClassCount, (int)PlaceKind.Locality) };
        for (int i = 0; i < localities.Count; i += 1 + (localities.Count / MaxAsked))
        {
            int count = _country.Tree.NearestWithin(_country.PositionOf(PlaceKind.Locality, localities[i]), NeighborMeters, found, filter);
            foreach (Neighbor neighbor in found[..count])
            {
                int region = RegionOf((int)neighbor.Id);
                counts[region] = counts.GetValueOrDefault(region) + 1;
            }
        }

        return [.. counts.Where(count => _country.TextAt(count.Key).Length > 0).OrderByDescending(static count => count.Value).ThenBy(static count => count.Key).Select(static count => count.Key)];
    }
}

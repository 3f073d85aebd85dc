using System.Runtime.InteropServices;
using System.Text;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>The places of one country, in columns. Immutable. To be used under a lease of its gazetteer.</summary>
internal sealed class CountryGazetteer
{
    /// <summary>The keys of a street are neighbours: its whole name, and what tells it from others.</summary>
    public const int KeysAStreet = 2;

    public required string Code { get; init; }

    /// <summary>Texts in UTF-8, each after its length as two bytes.</summary>
    public required ReadOnlyMemory<byte> Texts { get; init; }

    public required ReadOnlyMemory<LocalityRow> Localities { get; init; }

    public required ReadOnlyMemory<int> LocalityCodes { get; init; }

    public required ReadOnlyMemory<PostalCodeRow> PostalCodes { get; init; }

    public required ReadOnlyMemory<int> PostalCodeLocalities { get; init; }

    public required ReadOnlyMemory<int> PostalCodeStreets { get; init; }

    public required ReadOnlyMemory<StreetRow> Streets { get; init; }

    public required ReadOnlyMemory<HouseRow> Houses { get; init; }

    /// <summary>Texts of the suffixes of house numbers.</summary>
    public required ReadOnlyMemory<int> Suffixes { get; init; }

    public required KeyTable LocalityKeys { get; init; }

    public required KeyTable PostalCodeKeys { get; init; }

    /// <summary>Two keys a street: the whole name, and what tells it from others.</summary>
    public required KeyTable StreetKeys { get; init; }

    /// <summary>All places; the ids are their kinds and indexes, in that order.</summary>
    public required KdTree Tree { get; init; }

    /// <summary>The country whose way of writing addresses it follows.</summary>
    public string Way => field ??= AddressWords.WayOf(Code);

    /// <summary>The names of the country itself, as words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OwnNames => field ??= [.. CountryNames.AllOf(Code).Select(name => AddressText.Words(name, Way, out _))];

    public RegionTable Regions => field ??= new RegionTable(this);

    public string TextAt(int offset)
    {
        ReadOnlySpan<byte> text = Texts.Span[offset..];
        return Encoding.UTF8.GetString(text.Slice(sizeof(ushort), MemoryMarshal.Read<ushort>(text)));
    }

    public GeoPoint PositionOf(PlaceKind kind, int index)
    {
        int place = index + kind switch
        {
            PlaceKind.Locality => 0,
            PlaceKind.PostalCode => Localities.Length,
            PlaceKind.Street => Localities.Length + PostalCodes.Length,
            _ => Localities.Length + PostalCodes.Length + Streets.Length,
        };
        return Tree.PointAt(Tree.RowInIdOrder(place));
    }

    public static long IdOf(PlaceKind kind, int index) => ((long)kind << 32) | (uint)index;

    /// <summary>A postal code by its text; of the wider area that it lies in when only that is known; null when neither is.</summary>
    public int? FindPostalCode(string text, out bool isWider)
    {
        isWider = false;
        string key = PostalCodeText.Key(text, Code);
        if (key.Length == 0)
        {
            return null;
        }

        List<int> targets = PostalCodeKeys.FindExact(key);
        if (targets.Count == 0 && PostalCodeText.WiderKey(key, Code) is { } wider)
        {
            targets = PostalCodeKeys.FindExact(wider);
            isWider = true;
        }

        return targets.Count == 0 ? null : targets[0];
    }

    public string NameOf(LocalityRow locality) => TextAt(locality.Name);

    /// <summary>Whether a locality is one of a postal code's.</summary>
    public bool IsOf(int locality, int code) => LocalitiesOf(PostalCodes.Span[code]).Contains(locality);

    public ReadOnlySpan<int> LocalitiesOf(PostalCodeRow code) => PostalCodeLocalities.Span.Slice(code.FirstLocality, code.LocalityCount);

    public ReadOnlySpan<int> StreetsOf(PostalCodeRow code) => PostalCodeStreets.Span.Slice(code.FirstStreet, code.StreetCount);

    public ReadOnlySpan<int> CodesOf(LocalityRow locality) => LocalityCodes.Span.Slice(locality.FirstCode, locality.CodeCount);

    public ReadOnlySpan<HouseRow> HousesOf(StreetRow street) => Houses.Span.Slice(street.FirstHouse, street.HouseCount);

    /// <summary>The middle of localities, half of which lie on each side, and how far the farthest reaches; null when there are none.</summary>
    public (GeoPoint Position, double RadiusMeters)? Extent(IEnumerable<int> localities)
    {
        (GeoPoint Position, int RadiusMeters)[] all = [.. localities.Select(locality => (PositionOf(PlaceKind.Locality, locality), Localities.Span[locality].RadiusMeters))];
        if (all.Length == 0)
        {
            return null;
        }

        var middle = new GeoPoint
        {
            Latitude = all.Select(static place => place.Position.Latitude).Order().ElementAt(all.Length / 2),
            Longitude = all.Select(static place => place.Position.Longitude).Order().ElementAt(all.Length / 2),
        };
        return (middle, all.Max(place => Haversine.DistanceMeters(place.Position, middle) + place.RadiusMeters));
    }
}

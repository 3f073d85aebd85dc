using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>One way of understanding an address: which words name what.</summary>
internal sealed record AddressReading
{
    public required IReadOnlyList<string> Words { get; init; }

    public AreaName Code { get; init; } = AreaName.None;

    public AreaName Locality { get; init; } = AreaName.None;

    /// <summary>The words of the street; empty when none is named.</summary>
    public WordRun Street { get; init; }

    public HouseNumber? HouseNumber { get; init; }

    /// <summary>The words of the house number.</summary>
    public WordRun HouseNumberRun { get; init; }

    /// <summary>How many words that carry a meaning no part is made of.</summary>
    public int Unread { get; init; }

    public bool HasCode => Code.Code >= 0;

    public bool HasLocality => Locality.Localities.Count > 0;

    public IEnumerable<string> StreetWords => Words.Skip(Street.First).Take(Street.Count);

    /// <summary>The reading with its street and house number as words that no part is made of.</summary>
    public AddressReading WithoutStreet() => this with
    {
        Street = default,
        HouseNumber = null,
        HouseNumberRun = default,
        Unread = Unread + Street.Count + HouseNumberRun.Count,
    };
}

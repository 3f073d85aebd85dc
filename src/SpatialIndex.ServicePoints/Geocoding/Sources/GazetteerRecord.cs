namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>What one line of any source says of one place: as much of an address as it knows, and where that is.</summary>
internal sealed record GazetteerRecord
{
    public required GazetteerSourceKind Source { get; init; }

    public required string CountryCode { get; init; }

    public required GeoPoint Position { get; init; }

    public string Locality { get; init; } = "";

    public string PostalCode { get; init; } = "";

    public string Region { get; init; } = "";

    public string Street { get; init; } = "";

    public string HouseNumber { get; init; } = "";

    /// <summary>Other names of the locality.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public int Population { get; init; }

    /// <summary>How far the street reaches from the position; 0 when the source does not say.</summary>
    public int RadiusMeters { get; init; }
}

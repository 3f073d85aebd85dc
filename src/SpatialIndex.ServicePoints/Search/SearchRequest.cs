namespace SpatialIndex.ServicePoints.Search;

/// <summary>What to look for. Everything but the country is optional; all conditions hold together.</summary>
public sealed record SearchRequest
{
    /// <summary>The most points the contract lets a search return.</summary>
    public const int MaxLimit = 200;

    /// <summary>The most points when no limit is given.</summary>
    public const int DefaultLimit = 100;

    /// <summary>ISO 3166-1 alpha-2 code in any case; only points there are returned.</summary>
    public required string CountryCode { get; init; }

    /// <summary>Carrier codes as asked for: succession and networks are applied. Null for all carriers; empty for none.</summary>
    public IReadOnlyCollection<string>? CarrierCodes { get; init; }

    /// <summary>The carrier's own kind, exactly; null for any.</summary>
    public string? CarrierShopType { get; init; }

    /// <summary>General kinds, any of them, exactly; null for any.</summary>
    public IReadOnlyCollection<string>? GeneralShopTypes { get; init; }

    /// <summary>Carriers' identifiers, any of them, exactly; expired points are then returned too. Null for any.</summary>
    public IReadOnlyCollection<string>? CarrierServicePointIds { get; init; }

    /// <summary>Where distances are measured from; null for none, then the order is by id.</summary>
    public GeoPoint? ReferencePoint { get; init; }

    /// <summary>Metres around the reference point, edge included, 0 or more; null for any distance.</summary>
    public double? RadiusMeters { get; init; }

    /// <summary>The area; null for any.</summary>
    public BoundingBox? Box { get; init; }

    /// <summary>The most points to return, 1 or more. Default <see cref="DefaultLimit"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;
}

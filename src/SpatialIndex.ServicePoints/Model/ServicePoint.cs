using System.Collections.Immutable;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>A place where a carrier's parcels are picked up or dropped off, as it is stored. Immutable.</summary>
public sealed record ServicePoint
{
    /// <summary>The number that names the point for ever: positive and below 2⁵³, or whatever the feed gave.</summary>
    public required long Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The carrier whose point it is.</summary>
    public required CarrierReference Carrier { get; init; }

    /// <summary>The carrier's own identifier, case-sensitive, distinct among the carrier's points.</summary>
    public required string CarrierServicePointId { get; init; }

    /// <summary>The carrier's own kind; null when unknown.</summary>
    public string? CarrierShopType { get; init; }

    /// <summary>The general kind, usually one of <see cref="GeneralShopType"/>; null when unknown.</summary>
    public string? GeneralShopType { get; init; }

    /// <summary>Where it is, for the post.</summary>
    public required Address Address { get; init; }

    /// <summary>Where it is, on the globe.</summary>
    public required GeoPoint Position { get; init; }

    /// <summary>How it is reached.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>The usual week.</summary>
    public OpeningTimes OpeningTimes { get; init; } = OpeningTimes.None;

    /// <summary>Dated hours that replace the usual ones, in order of date.</summary>
    public ImmutableArray<DatedHours> OpeningExceptions { get; init; } = [];

    /// <summary>When the carrier last confirmed the point.</summary>
    public required DateTimeOffset RefreshedAt { get; init; }

    /// <summary>
    /// When a full feed of the carrier no longer held the point; null while it is there. A vanished point is expired whatever its age:
    /// it is found by id and by the carrier's identifier only.
    /// </summary>
    public DateTimeOffset? VanishedAt { get; init; }

    /// <summary>IANA time zone; null when that of the country applies.</summary>
    public string? TimeZone { get; init; }
}

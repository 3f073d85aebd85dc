using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>A point as the contract shows it: what is stored, and what follows from the clock. Immutable.</summary>
public record ServicePointDetail
{
    /// <summary>The number of the point.</summary>
    public required long Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The carrier whose point it is, which may be another than was asked for.</summary>
    public required CarrierReference Carrier { get; init; }

    /// <summary>The carrier's own identifier.</summary>
    public required string CarrierServicePointId { get; init; }

    /// <summary>The carrier's own kind; null when unknown.</summary>
    public required string? CarrierShopType { get; init; }

    /// <summary>The general kind, usually one of <see cref="Model.GeneralShopType"/>; null when unknown.</summary>
    public required string? GeneralShopType { get; init; }

    /// <summary>Where it is, for the post.</summary>
    public required Address Address { get; init; }

    /// <summary>Where it is, on the globe.</summary>
    public required GeoPoint Position { get; init; }

    /// <summary>How it is reached.</summary>
    public required Contact Contact { get; init; }

    /// <summary>The hours of the current week at the point.</summary>
    public required WeeklyOpeningTimes OpeningTimes { get; init; }

    /// <summary>Whether it has opening hours on the next day at the point.</summary>
    public required bool IsOpenTomorrow { get; init; }

    /// <summary>When it opens next, with the offset valid there and then; null when that is not known.</summary>
    public required DateTimeOffset? NextOpenAt { get; init; }

    /// <summary>Whether it was refreshed too long ago to be trusted.</summary>
    public required bool IsExpired { get; init; }
}

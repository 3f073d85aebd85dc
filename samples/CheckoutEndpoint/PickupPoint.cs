using SpatialIndex.ServicePoints.Api.Responses;

namespace CheckoutEndpoint;

/// <summary>A point as the checkout shows it.</summary>
internal sealed record PickupPoint(long Id, string Name, string Carrier, long? DistanceMeters, DateTimeOffset? NextOpenAt)
{
    /// <summary>What the checkout shows of a point that was found.</summary>
    public static PickupPoint Of(ServicePointSearchResult point) => new(point.Id, point.Name, point.Carrier.Name, point.DistanceMeters, point.NextOpenAt);
}

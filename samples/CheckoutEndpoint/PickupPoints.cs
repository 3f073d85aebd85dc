using Microsoft.AspNetCore.Http.HttpResults;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Search;

namespace CheckoutEndpoint;

/// <summary>The endpoint of the checkout.</summary>
internal static class PickupPoints
{
    private const int Shown = 5;
    private const int RadiusMeters = 10_000;
    private static readonly string[] Carriers = ["counter", "laposte"];

    /// <summary>Of the nearest 200 points within 10 km, the first that are known to be open tomorrow; or what is wrong with the question.</summary>
    public static async Task<Results<Ok<PickupPointList>, ProblemHttpResult>> OpenTomorrowAsync(
        [AsParameters] PickupPointQuery query, SnapshotSource snapshots, CancellationToken cancellationToken)
    {
        using ServedSnapshot served = snapshots.Hold();
        ServicePointsResponse<ServicePointList> response = await served.Engine.ListAsync(
            new ServicePointsRequest
            {
                CountryCode = query.Country,
                CarrierCodes = Carriers,
                Address = query.Address,
                Latitude = query.Latitude,
                Longitude = query.Longitude,
                RadiusMeters = RadiusMeters,
                Limit = SearchRequest.MaxLimit,
            },
            cancellationToken: cancellationToken);
        if (response.Data is not { } list)
        {
            return TypedResults.Problem(response.Errors[0].Detail, statusCode: response.Status);
        }

        IEnumerable<ServicePointSearchResult> open = list.Results.Where(static point => point.IsOpenTomorrow).Take(Shown);
        return TypedResults.Ok(new PickupPointList(list.Geocoding?.FormattedAddress, [.. open.Select(PickupPoint.Of)]));
    }
}

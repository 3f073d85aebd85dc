using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>How the address of a request was geocoded.</summary>
/// <param name="Status"><c>matched</c>, <c>partially_matched</c> or <c>not_found</c>.</param>
/// <param name="Precision">How specific the place is, usually one of <see cref="GeocodingPrecision"/>; null when not found.</param>
/// <param name="FormattedAddress">The address of the place; null when not found.</param>
public sealed record GeocodingResult(string Status, string? Precision, string? FormattedAddress)
{
    /// <summary>The answer of a geocoder in the contract's words; null when it has none.</summary>
    internal static GeocodingResult? Of(GeocodingAnswer answer) => answer.Status switch
    {
        GeocodingStatus.Matched => new("matched", answer.Precision, answer.FormattedAddress),
        GeocodingStatus.PartiallyMatched => new("partially_matched", answer.Precision, answer.FormattedAddress),
        GeocodingStatus.NotFound => new("not_found", null, null),
        _ => null,
    };
}

namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>The points found for a request.</summary>
/// <param name="Results">The points: nearest first when there is a reference point.</param>
/// <param name="Geocoding">How the address was geocoded; null when none was.</param>
public sealed record ServicePointList(IReadOnlyList<ServicePointSearchResult> Results, GeocodingResult? Geocoding);

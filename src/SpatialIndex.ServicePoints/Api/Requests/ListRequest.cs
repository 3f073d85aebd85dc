using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Search;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>A request for a list that breaks no rule.</summary>
/// <param name="Search">What to run; null when nothing is to be found.</param>
/// <param name="Limit">The most points to return.</param>
/// <param name="Address">The address that is the reference point; null when it is none, or was found.</param>
internal readonly record struct ListRequest(PreparedSearch? Search, int Limit, GeocodingAddress? Address)
{
    /// <summary>The request with the place of its address as reference point; nothing is to be found around no place.</summary>
    public ListRequest Around(GeoPoint? location) => new(location is { } point ? Search?.Around(point) : null, Limit, null);
}

using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Search;

/// <summary>A point that was found.</summary>
/// <param name="Point">The point.</param>
/// <param name="DistanceMeters">Its distance from the reference point in metres, unrounded; null when there is none.</param>
/// <param name="IsExpired">Whether it was refreshed too long ago to be trusted.</param>
public sealed record SearchHit(ServicePoint Point, double? DistanceMeters, bool IsExpired);

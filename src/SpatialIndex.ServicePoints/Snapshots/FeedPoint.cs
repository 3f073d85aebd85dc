using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A point and where it came from.</summary>
internal sealed record FeedPoint(ServicePoint Point, FeedTally Feed, long Record);

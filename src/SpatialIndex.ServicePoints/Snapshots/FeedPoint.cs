namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A point and where it came from. It is packed already: feeds come to millions of points, and objects of texts cost memory and its collection.</summary>
/// <param name="Point">The point.</param>
/// <param name="CarrierServicePointId">The identifier its carrier gives it.</param>
/// <param name="Feed">Its feed.</param>
/// <param name="Record">Its record in the feed, from 1.</param>
internal sealed record FeedPoint(PackedPoint Point, string CarrierServicePointId, FeedTally Feed, long Record);

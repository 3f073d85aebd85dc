using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>What one record of a feed became.</summary>
/// <param name="Record">The number of the record in the file, from 1.</param>
/// <param name="Point">The point; null when the record was left out, which the last problem explains.</param>
/// <param name="Problems">Everything that was not taken over as it came; often nothing.</param>
public sealed record FeedRecordResult(long Record, ServicePoint? Point, IReadOnlyList<FeedProblem> Problems);

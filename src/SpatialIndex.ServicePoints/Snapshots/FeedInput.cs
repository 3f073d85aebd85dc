using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A feed to build from.</summary>
/// <param name="Path">The file, gzip or not.</param>
/// <param name="Profile">How its records are read.</param>
public sealed record FeedInput(string Path, FeedProfile Profile);

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>How many points of a carrier a snapshot holds and how old they are.</summary>
/// <param name="Code">The carrier code of the points.</param>
/// <param name="Points">How many there are, one or more.</param>
/// <param name="OldestRefreshedAt">The oldest time of refreshing.</param>
/// <param name="NewestRefreshedAt">The newest time of refreshing.</param>
public sealed record CarrierSummary(string Code, long Points, DateTimeOffset OldestRefreshedAt, DateTimeOffset NewestRefreshedAt);

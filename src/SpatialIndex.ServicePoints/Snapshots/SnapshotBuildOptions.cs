using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>How a snapshot is built.</summary>
public sealed record SnapshotBuildOptions
{
    /// <summary>When the feeds were fetched: the time of refreshing of records that carry none, and the creation time of the snapshot.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>A <c>carriers.json</c> that is laid over the carriers of the profiles; null for none.</summary>
    public string? CarriersPath { get; init; }

    /// <summary>A feed with a larger share of wrong records is refused. 0 to 100; default 20.</summary>
    public double MaxRejectedPercent { get; init; } = 20;

    /// <summary>Called for every problem, as it is found; null to only count them.</summary>
    public Action<FeedProblem>? OnProblem { get; init; }
}

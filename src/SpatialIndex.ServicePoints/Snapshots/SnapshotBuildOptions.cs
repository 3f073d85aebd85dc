using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>How a snapshot is built.</summary>
public sealed record SnapshotBuildOptions
{
    /// <summary>When the feeds were fetched: the time of refreshing of records that carry none, and the creation time of the snapshot.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>A <c>carriers.json</c> that is laid over the carriers of the profiles; null for none.</summary>
    public string? CarriersPath { get; init; }

    /// <summary>
    /// A gazetteer that gives points without a position that of their address, and by which points far outside their postal code are
    /// reported; null for none.
    /// </summary>
    public string? GazetteerPath { get; init; }

    /// <summary>A feed with a larger share of wrong records is refused. 0 to 100; default 20.</summary>
    public double MaxRejectedPercent { get; init; } = 20;

    /// <summary>
    /// A snapshot to start from: the feeds replace the carriers in the countries that they hold points of, all else is taken over. Null to
    /// start from nothing.
    /// </summary>
    public string? BasePath { get; init; }

    /// <summary>Points of a carrier that may vanish, as a share of those that <see cref="BasePath"/> has where the feeds cover it. 0 to 100; default 30.</summary>
    public double MaxVanishedPercent { get; init; } = 30;

    /// <summary>How long a vanished point is still found by id, in days before <see cref="AsOf"/>. 0 to 36,500; default 90.</summary>
    public int KeepVanishedDays { get; init; } = 90;

    /// <summary>How many threads may work, 1 or more; by default one a processor. The snapshot does not depend on it.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>Called now and then by the thread that builds; null to not be told.</summary>
    public Action<BuildProgress>? OnProgress { get; init; }

    /// <summary>Called for every problem, as it is found; null to only count them.</summary>
    public Action<FeedProblem>? OnProblem { get; init; }
}

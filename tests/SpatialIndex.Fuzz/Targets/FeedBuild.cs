using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>Feeds to snapshots that verify, or to refusals.</summary>
internal static class FeedBuild
{
    private static readonly SnapshotBuildOptions Options = new() { AsOf = TestPoints.AsOf, MaxRejectedPercent = 100, MaxThreads = 1 };

    /// <summary>The points of the snapshot that is built of a feed; null when the feed is refused.</summary>
    /// <exception cref="FuzzException">Records vanish.</exception>
    public static IReadOnlyList<ServicePoint>? PointsOf(string path, FeedProfile profile)
    {
        string output = Scratch.PathOf("built.snapshot");
        try
        {
            FeedSummary feed = SnapshotBuilder.Build([new FeedInput(path, profile)], Options, output)[0];
            FuzzException.Require(feed.Records == feed.Points + feed.Skipped + feed.Superseded + feed.Rejected, "Records vanish.");
        }
        catch (FeedException)
        {
            return null;
        }

        using Snapshot snapshot = Snapshot.Open(output);
        snapshot.Verify();
        return [.. snapshot.Points()];
    }
}

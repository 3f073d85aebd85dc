using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Benchmarks;

/// <summary>The sample of La Poste in <c>data/</c>, built in this process.</summary>
internal static class SampleSnapshot
{
    /// <param name="path">The snapshot to write.</param>
    /// <param name="asOf">When the points were fetched.</param>
    public static void Build(string path, DateTimeOffset asOf)
    {
        string data = Path.Combine(OwnProgram.RepositoryRoot, "data");
        SnapshotBuilder.Build(
            [new FeedInput(Path.Combine(data, "laposte_fr_poincont2.csv.gz"), FeedProfiles.Find("laposte")!)],
            new SnapshotBuildOptions { AsOf = asOf, CarriersPath = Path.Combine(data, "carriers.json") },
            path);
    }
}

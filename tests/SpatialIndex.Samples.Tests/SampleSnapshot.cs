using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Samples.Tests;

/// <summary>Snapshots of the sample data.</summary>
internal static class SampleSnapshot
{
    /// <summary>So late that no point expires before the machine's clock gets there.</summary>
    public static DateTimeOffset NeverExpired { get; } = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Builds a snapshot of files in <c>data</c>.</summary>
    public static void Build(string path, DateTimeOffset asOf, params string[] files) => SnapshotBuilder.Build(
        [.. files.Select(static file => new FeedInput(Repository.Sample(file), FeedProfileRecognizer.Recognize(Repository.Sample(file))))],
        new SnapshotBuildOptions { AsOf = asOf, CarriersPath = Repository.Sample("carriers.json") },
        path);
}

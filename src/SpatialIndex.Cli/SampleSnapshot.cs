using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli;

/// <summary>A snapshot of the sample data, built into a folder of its own that goes away with it.</summary>
internal sealed class SampleSnapshot : IDisposable
{
    private const string Feed = "data/laposte_fr_poincont2.csv.gz";
    private const string Carriers = "data/carriers.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("spatialindex-").FullName;

    private SampleSnapshot()
    {
    }

    public string Path => System.IO.Path.Combine(_folder, "sample.snapshot");

    /// <exception cref="RefusedException">The working folder has no sample data.</exception>
    public static SampleSnapshot Build(DateTimeOffset asOf)
    {
        if (!File.Exists(Feed))
        {
            throw new RefusedException($"{Feed}: there is no such file; name a snapshot with --snapshot.");
        }

        var sample = new SampleSnapshot();
        try
        {
            FeedProfile profile = FeedProfiles.Find("laposte")!;
            SnapshotBuilder.Build([new FeedInput(Feed, profile)], new SnapshotBuildOptions { AsOf = asOf, CarriersPath = Carriers }, sample.Path);
            return sample;
        }
        catch
        {
            sample.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

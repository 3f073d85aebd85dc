using System.Text;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;
using Geocoding = SpatialIndex.ServicePoints.Geocoding.Gazetteer;

namespace SpatialIndex.Fuzz;

/// <summary>The binary seeds of the corpus, synthetic all of them: written again when a format changes.</summary>
internal static class SeedCorpus
{
    private const int Points = 60;

    private static readonly Lazy<List<ServicePoint>> Random = new(static () => TestPoints.Random(Points, seed: 7));
    private static readonly Lazy<byte[]> SnapshotSeed = new(static () => BuildSnapshot(basePath: null, Feed(Random.Value)));
    private static readonly Lazy<byte[]> GazetteerSeed = new(BuildGazetteer);

    /// <summary>A snapshot of three countries.</summary>
    public static byte[] Snapshot => SnapshotSeed.Value;

    /// <summary>A gazetteer of some houses in France.</summary>
    public static byte[] Gazetteer => GazetteerSeed.Value;

    /// <summary>A later feed of the points of <see cref="Snapshot"/>: some are gone, one has moved.</summary>
    public static byte[] LaterFeed { get; } = Feed(TestPoints.Random(Points, seed: 7).Skip(Points / 4)
        .Select(static (point, i) => i == 0 ? point with { Position = new GeoPoint { Latitude = 51.5, Longitude = 5.5 } } : point));

    /// <summary>Writes the seeds into their folders.</summary>
    /// <param name="corpus">The folder of the corpus.</param>
    public static void Write(string corpus)
    {
        void Add(string target, string name, ReadOnlySpan<byte> content)
        {
            Directory.CreateDirectory(Path.Combine(corpus, target));
            File.WriteAllBytes(Path.Combine(corpus, target, name), content);
        }

        Add("tree", "one-point", Tree(1, 1).Span);
        Add("tree", "one-node", Tree(70, 3).Span);
        Add("tree", "two-levels-with-runs", Tree(530, 12).Span);
        Add("tree", "more-classes-than-bits", Tree(33, 1_100).Span);
        Add("snapshot", "three-countries", Snapshot);
        string basePath = Scratch.Write("base.snapshot", Snapshot);
        Add("snapshot", "built-upon", BuildSnapshot(basePath, LaterFeed));
        Add("snapshot", "one-point", BuildSnapshot(basePath: null, Feed([TestPoints.Simple("1", "carrier1")])));
        Add("gazetteer", "houses", Gazetteer);
        Add("canonical", "points", Feed(Random.Value.Take(6)));
    }

    private static byte[] Feed(IEnumerable<ServicePoint> points) => Encoding.UTF8.GetBytes(TestPoints.ToNdjson(points));

    private static byte[] BuildSnapshot(string? basePath, byte[] feed)
    {
        using var folder = new TestFolder();
        string path = folder["seed.snapshot"];
        SnapshotBuilder.Build(
            [new FeedInput(folder.Write("points.ndjson", feed), FeedProfiles.Canonical)],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf, BasePath = basePath, MaxVanishedPercent = 100 },
            path);
        return File.ReadAllBytes(path);
    }

    private static byte[] BuildGazetteer()
    {
        const int Houses = 48;
        using var folder = new TestFolder();
        string[] streets = ["Rue Un", "Rue Deux", "Rue Trois", "Place Quatre"];
        string lines = string.Concat(Enumerable.Range(0, Houses).Select(i =>
            $"{i},{i / 4}{(i % 7 == 0 ? "bis" : "")},{streets[i % 4]},9000{i % 2},{(i % 2 == 0 ? "Belfort" : "Delle")},C+O,47.6{i:00},6.8{i:00}\n"));
        string path = folder["seed.gazetteer"];
        Geocoding.Build(path, [folder.Write("bano.csv", lines)]);
        return File.ReadAllBytes(path);
    }

    private static ReadOnlyMemory<byte> Tree(int count, int classCount)
    {
        const int Expiries = 1_000;
        var random = new Random(count);
        var builder = new KdTreeBuilder(classCount);
        for (int id = 1; id <= count; id++)
        {
            var position = random.Next(4) == 0
                ? new GeoPoint { Latitude = -17 - random.NextDouble(), Longitude = random.Next(2) == 0 ? 180 - random.NextDouble() : random.NextDouble() - 180 }
                : new GeoPoint { Latitude = 48 + (3 * random.NextDouble()), Longitude = 2 + (3 * random.NextDouble()) };
            int classNumber = Math.Min(random.Next(classCount), random.Next(classCount));
            builder.Add(id, position, classNumber, random.Next(Expiries));
        }

        return builder.Build(maxThreads: 1).Data;
    }
}

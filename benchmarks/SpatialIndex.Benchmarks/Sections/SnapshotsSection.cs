using System.Diagnostics;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;
using SpatialIndex.ServicePoints;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>What a snapshot costs to build from NDJSON and to open; and to build on the last one with a feed of one point in a hundred.</summary>
internal sealed class SnapshotsSection : ISection
{
    private const int Rounds = 3;
    private static readonly DateTimeOffset NextNight = SyntheticFeed.AsOf.AddDays(1);

    public string Name => "snapshots";

    public string Title => "Building and opening a snapshot";

    public string About =>
        "Points of fourteen carriers in twenty countries, from NDJSON to a snapshot. To open is to map the file and check its header; the first search in a "
        + "country, here the largest, checks that country's sections; `Verify` checks every record. Then, on the largest snapshot, a feed of the next night "
        + "with one point in a hundred: of a carrier that is in one country, and of one that is in all of them, so that none can be copied.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spatialindex-snapshots-");
        try
        {
            Measure(options, result, Path.Combine(folder.FullName, "feed.ndjson"), Path.Combine(folder.FullName, "points.snapshot"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(ReportOptions options, SectionResult result, string feed, string snapshot)
    {
        ReportTable table = result.Add(new ReportTable
        {
            Title = "Building from NDJSON, and opening: ms on the clock",
            Heading = "points",
            Columns = ["build", "open", "open and search", "open and Verify"],
            Chart = new ChartLabels("snapshots", "points", "ms"),
        });
        Dataset[] sets = [.. options.InventedSets(10_000, 100_000, 1_000_000)];
        SyntheticFeed.Write(feed, sets[0], SyntheticFeed.AsOf);
        Build(feed, snapshot);
        foreach (Dataset data in sets)
        {
            SyntheticFeed.Write(feed, data, SyntheticFeed.AsOf);
            TimeSpan build = Turns.Time(() => Build(feed, snapshot)).Clock;
            Duration[] opening = Turns.MedianOfEach(
                () => Snapshot.Open(snapshot).Dispose(), () => OpenAndSearch(snapshot), () => OpenAndVerify(snapshot));
            table.Add(data.Points.Length, [build.TotalMilliseconds, .. opening.Select(static time => time.Clock.TotalMilliseconds)]);
        }

        AddTool(options, result, sets[^1], feed, snapshot);
        AddSizes(result, snapshot);
        AddRevisions(options, result, sets[^1], snapshot);
    }

    /// <summary>The goal is that of a million points.</summary>
    private static void AddTool(ReportOptions options, SectionResult result, Dataset data, string feed, string snapshot)
    {
        if (options.BinaryPath is not { } binary)
        {
            result.Note("Not measured: the tool compiled ahead of time, which was not given.");
            return;
        }

        var timer = new CommandTimer([binary, "build", "-o", snapshot, "--as-of", Rfc3339.Format(SyntheticFeed.AsOf), feed]);
        for (int round = 0; round < options.Rounds(Rounds); round++)
        {
            timer.Run();
        }

        ReportTable table = result.Add(new ReportTable
        {
            Title = $"{data.Title}: `spatialindex build`, compiled ahead of time; for a million points less than 12 s were aimed at",
            Heading = "build",
            Columns = ["s on the clock", "s of processor time"],
        });
        table.Add("from scratch", timer.MedianMilliseconds / 1000, timer.MeanProcessorMilliseconds / 1000);
    }

    private static void AddSizes(SectionResult result, string path)
    {
        using Snapshot snapshot = Snapshot.Open(path);
        double treeBytes = snapshot.Header.Sections
            .Where(static section => section.Name.EndsWith("/tree", StringComparison.Ordinal))
            .Sum(static section => section.Length);
        ReportTable table = result.Add(new ReportTable { Title = "Size of the last of these: bytes a point", Heading = "part", Columns = ["bytes"] });
        table.Add("all", (double)snapshot.Header.FileLength / snapshot.Count);
        table.Add("of these the trees", treeBytes / snapshot.Count);
    }

    /// <summary>Builds from scratch and on the base take turns.</summary>
    private static void AddRevisions(ReportOptions options, SectionResult result, Dataset data, string snapshot)
    {
        string folder = Path.GetDirectoryName(snapshot)!;
        string whole = Path.Combine(folder, "feed.ndjson");
        string revised = Path.Combine(folder, "revised.snapshot");
        string national = Path.Combine(folder, "national.ndjson");
        string international = Path.Combine(folder, "international.ndjson");
        SyntheticFeed.Write(national, data, NextNight, SyntheticFeed.National);
        SyntheticFeed.Write(international, data, NextNight, SyntheticFeed.International);

        Duration[] times = Turns.MedianOfEachWarm(
            options.Rounds(Rounds),
            () => Build(whole, revised),
            () => Build(national, revised, snapshot),
            () => Build(international, revised, snapshot));
        string[] names = ["from scratch", "on that, a carrier of one country", "on that, a carrier of every country"];
        ReportTable table = result.Add(new ReportTable
        {
            Title = $"{data.Title}: building on the last snapshot",
            Heading = "build",
            Columns = ["s on the clock", "s of processor time", "times as fast", "times less work"],
        });
        for (int i = 0; i < names.Length; i++)
        {
            (TimeSpan clock, TimeSpan processor) = times[i];
            table.Add(names[i], clock.TotalSeconds, processor.TotalSeconds, times[0].Clock / clock, times[0].Processor / processor);
        }

        using var process = Process.GetCurrentProcess();
        result.Note(FormattableString.Invariant($"The process, which also made the feeds, took at most {process.PeakWorkingSet64 / 1e9:n1} GB."));
    }

    private static void Build(string feed, string output, string? basePath = null)
    {
        GC.Collect();
        SnapshotBuilder.Build(
            [new FeedInput(feed, FeedProfiles.Canonical)],
            new SnapshotBuildOptions { AsOf = basePath is null ? SyntheticFeed.AsOf : NextNight, BasePath = basePath },
            output);
    }

    private static void OpenAndSearch(string path)
    {
        using Snapshot snapshot = Snapshot.Open(path);
        string country = snapshot.Header.Countries.MaxBy(static country => country.Value).Key;
        var request = new SearchRequest
        {
            CountryCode = country,
            ReferencePoint = new GeoPoint { Latitude = 48, Longitude = 0 },
            Limit = 20,
        };
        if (new ServicePointSearch(snapshot).Find(request, SyntheticFeed.AsOf).Count == 0)
        {
            throw new InvalidOperationException($"{path} has no points in its largest country.");
        }
    }

    private static void OpenAndVerify(string path)
    {
        using Snapshot snapshot = Snapshot.Open(path);
        snapshot.Verify();
    }
}

using System.Diagnostics;
using System.Globalization;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>What a snapshot costs to build from NDJSON: from scratch, and on the last one with a feed of one point in a hundred; then to open.</summary>
internal static class SnapshotReport
{
    private const int Runs = 3;

    public static void Run(ReportOptions options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spatialindex-bench-");
        try
        {
            MarkdownTable.Header(["set", "build s", "peak MB", "bytes a point", "tree bytes a point", "open ms"]);
            foreach (Dataset data in options.Datasets(1_000_000))
            {
                Measure(folder.FullName, data);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string folder, Dataset data)
    {
        DateTimeOffset nextNight = SyntheticFeed.AsOf.AddDays(1);
        string whole = Path.Combine(folder, "whole.ndjson");
        string scratch = Path.Combine(folder, "scratch.snapshot");
        SyntheticFeed.Write(whole, data, SyntheticFeed.AsOf);
        double fromScratch = Report($"{data.Title}, from scratch", new SnapshotBuildOptions { AsOf = SyntheticFeed.AsOf }, whole, scratch);
        foreach (string carrier in new[] { SyntheticFeed.National, SyntheticFeed.International })
        {
            string feed = Path.Combine(folder, $"{carrier}.ndjson");
            SyntheticFeed.Write(feed, data, nextNight, carrier);
            double seconds = Report(
                $"{data.Title}, {carrier} carrier on that", new SnapshotBuildOptions { AsOf = nextNight, BasePath = scratch }, feed, Path.Combine(folder, "revised.snapshot"));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fromScratch / seconds:n1} times as fast"));
        }
    }

    private static double Report(string title, SnapshotBuildOptions options, string feed, string output)
    {
        double[] seconds = [.. Enumerable.Range(0, Runs).Select(_ => Build(options, feed, output)).Order()];
        long start = Stopwatch.GetTimestamp();
        using Snapshot snapshot = Snapshot.Open(output);
        double openMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double treeBytes = snapshot.Header.Sections.Where(static section => section.Name.EndsWith("/tree", StringComparison.Ordinal)).Sum(static section => section.Length);
        double median = seconds[Runs / 2];
        MarkdownTable.Row(
            title,
            [median, PeakMegabytes(), (double)snapshot.Header.FileLength / snapshot.Count, treeBytes / snapshot.Count, openMilliseconds],
            "n1");
        return median;
    }

    private static double Build(SnapshotBuildOptions options, string feed, string output)
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        SnapshotBuilder.Build([new FeedInput(feed, FeedProfiles.Canonical)], options, output);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}

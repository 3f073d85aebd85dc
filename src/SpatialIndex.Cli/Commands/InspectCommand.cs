using System.CommandLine;
using System.Globalization;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>inspect</c>: what a file holds.</summary>
internal static class InspectCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Argument<string> file = Options.File("The snapshot file.");
        var command = new Command("inspect", "Shows what a snapshot holds.") { file };
        command.SetAction(parsed =>
        {
            using Snapshot snapshot = Snapshot.Open(parsed.GetValue(file)!);
            Print(snapshot, environment);
        });
        return command;
    }

    private static void Print(Snapshot snapshot, CliEnvironment environment)
    {
        SnapshotHeader header = snapshot.Header;
        environment.WriteLine($"snapshot        {snapshot.Name}");
        environment.WriteLine($"format version  {header.FormatVersion}");
        environment.WriteLine($"created at      {Format(header.CreatedAt)}");
        environment.WriteLine($"size            {header.FileLength} bytes");
        environment.WriteLine($"checksums       {ChecksumState(snapshot)}");
        long vanished = header.Carriers.Sum(static carrier => carrier.Vanished);
        environment.WriteLine($"points          {snapshot.Count - vanished}");
        environment.WriteLine($"vanished        {vanished}");

        environment.WriteLine("\nfeeds");
        foreach (FeedSummary feed in header.Feeds)
        {
            environment.WriteLine(
                $"  {feed.File}  profile {feed.Profile}  records {feed.Records}  points {feed.Points}  skipped {feed.Skipped}"
                + $"  superseded {feed.Superseded}  rejected {feed.Rejected}  refreshed {Format(feed.OldestRefreshedAt)} to {Format(feed.NewestRefreshedAt)}"
                + $"  sha256 {feed.Sha256}");
        }

        environment.WriteLine("\ncountries");
        foreach ((string country, int points) in header.Countries)
        {
            environment.WriteLine($"  {country}  points {points - header.Carriers.Where(carrier => carrier.CountryCode == country).Sum(static carrier => carrier.Vanished)}  classes {snapshot.ClassesOf(country).Count}");
        }

        environment.WriteLine("\ncarriers with points");
        foreach (CarrierSummary carrier in header.Carriers)
        {
            Carrier? entry = snapshot.Carriers.Find(carrier.Code);
            environment.WriteLine(
                $"  {carrier.Code}  {carrier.CountryCode}  points {carrier.Points}  vanished {carrier.Vanished}  refreshed {Format(carrier.OldestRefreshedAt)} to {Format(carrier.NewestRefreshedAt)}"
                + $"  fresh for {entry?.FreshnessDays ?? 0} days");
        }

        if (header.Changes.Count > 0)
        {
            environment.WriteLine("\nchanges to the snapshot it was based on");
            foreach (CarrierChanges changes in header.Changes)
            {
                environment.WriteLine($"  {ChangeLine.Of(changes)}");
            }
        }

        environment.WriteLine("\nsections");
        foreach (SnapshotSection section in header.Sections)
        {
            environment.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {section.Name,-24} {section.Length,12}  at {section.Offset,12}  crc32c {section.Checksum:x8}"));
        }
    }

    private static string ChecksumState(Snapshot snapshot)
    {
        try
        {
            snapshot.Verify();
            return "all match";
        }
        catch (SnapshotException exception)
        {
            return $"damaged: {exception.Message}";
        }
    }

    private static string Format(DateTimeOffset? instant) =>
        instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "never";
}

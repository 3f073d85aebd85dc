using System.CommandLine;
using System.Globalization;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>inspect</c>: what a file holds.</summary>
internal static class InspectCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Argument<string> file = Options.File("The snapshot or gazetteer file.");
        var command = new Command("inspect", "Shows what a snapshot or a gazetteer holds.") { file };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            if (Gazetteer.IsGazetteer(path))
            {
                using var gazetteer = Gazetteer.Open(path);
                Print(gazetteer, path, environment);
                return;
            }

            using Snapshot snapshot = Snapshot.Open(path);
            Print(snapshot, environment);
        });
        return command;
    }

    private static void Print(Gazetteer gazetteer, string path, CliEnvironment environment)
    {
        environment.WriteLine($"gazetteer       {Path.GetFileName(path)}");
        environment.WriteLine($"format version  {Gazetteer.FormatVersion}");
        environment.WriteLine($"size            {new FileInfo(path).Length} bytes");
        environment.WriteLine($"checksums       {StateOf(gazetteer.Verify)}");
        environment.WriteLine($"sources         {string.Join(", ", gazetteer.Sources)}");
        environment.WriteLine("\ncountries");
        foreach (GazetteerSummary country in gazetteer.Summaries())
        {
            environment.WriteLine(
                $"  {country.CountryCode}  localities {country.Localities}  postal codes {country.PostalCodes}  streets {country.Streets}"
                + $"  house numbers {country.HouseNumbers}  {country.Bytes} bytes");
        }
    }

    private static void Print(Snapshot snapshot, CliEnvironment environment)
    {
        SnapshotHeader header = snapshot.Header;
        environment.WriteLine($"snapshot        {snapshot.Name}");
        environment.WriteLine($"format version  {header.FormatVersion}");
        environment.WriteLine($"created at      {Rfc3339.Format(header.CreatedAt)}");
        environment.WriteLine($"size            {header.FileLength} bytes");
        environment.WriteLine($"checksums       {StateOf(snapshot.Verify)}");
        long vanished = header.Carriers.Sum(static carrier => carrier.Vanished);
        environment.WriteLine($"points          {header.PointCount}");
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
        foreach ((string country, _) in header.Countries)
        {
            environment.WriteLine($"  {country}  points {header.PointCountOf(country)}  classes {snapshot.ClassesOf(country).Count}");
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

    private static string StateOf(Action verify)
    {
        try
        {
            verify();
            return "all match";
        }
        catch (Exception exception) when (exception is SnapshotException or GazetteerException)
        {
            return $"damaged: {exception.Message}";
        }
    }

    private static string Format(DateTimeOffset? instant) => instant is { } known ? Rfc3339.Format(known) : "never";
}

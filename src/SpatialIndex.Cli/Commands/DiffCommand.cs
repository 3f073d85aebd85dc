using System.CommandLine;
using System.Globalization;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>diff</c>: what changed between two snapshots.</summary>
internal static class DiffCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Argument<string> before = Options.File("The older snapshot file.", "OLD");
        Argument<string> after = Options.File("The newer snapshot file.", "NEW");
        var points = new Option<bool>("--points") { Description = "Lists every point that differs before the counts." };
        var command = new Command("diff", "Shows what changed between two snapshots.") { before, after, points };
        command.SetAction(parsed =>
        {
            using Snapshot old = Snapshot.Open(parsed.GetValue(before)!);
            using Snapshot current = Snapshot.Open(parsed.GetValue(after)!);
            IReadOnlyList<CarrierChanges> changes = SnapshotDiff.Compare(
                old, current, parsed.GetValue(points) ? change => environment.WriteLine(Describe(change)) : null);
            foreach (CarrierChanges carrier in changes)
            {
                environment.WriteLine(ChangeLine.Of(carrier));
            }
        });
        return command;
    }

    private static string Describe(PointChange change)
    {
        string differences = change.Difference.ToString().ToLowerInvariant();
        string distance = change.Difference.HasFlag(PointDifference.Moved)
            ? string.Create(CultureInfo.InvariantCulture, $"  by {change.DistanceMeters:0.#} m")
            : "";
        return $"{differences}  {change.Point.Id}  {change.Point.Carrier.Code}  {change.Point.CarrierServicePointId}{distance}";
    }
}

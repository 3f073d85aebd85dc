using System.Globalization;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Output;

/// <summary>How the changes of a carrier are printed.</summary>
internal static class ChangeLine
{
    public static string Of(CarrierChanges changes)
    {
        string distance = changes.Moved > 0
            ? string.Create(CultureInfo.InvariantCulture, $" (up to {changes.FarthestMoveMeters:0.#} m)")
            : "";
        return $"{changes.Code}  added {changes.Added}  removed {changes.Removed}  moved {changes.Moved}{distance}"
            + $"  retyped {changes.Retyped}  changed {changes.Changed}  unchanged {changes.Unchanged}";
    }
}

using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Counts the points of a country by carrier.</summary>
internal static class CarrierSummaries
{
    /// <summary>The carriers in order of their codes.</summary>
    public static IReadOnlyList<CarrierSummary> Of(string countryCode, ReadOnlySpan<PackedPoint> points)
    {
        var carriers = new Dictionary<string, CarrierSummary>(StringComparer.Ordinal);
        foreach (ref readonly PackedPoint point in points)
        {
            ref CarrierSummary? summary = ref CollectionsMarshal.GetValueRefOrAddDefault(carriers, point.Class.CarrierCode, out _);
            summary = With(summary ?? new CarrierSummary(point.Class.CarrierCode, countryCode, 0, 0, point.RefreshedAt, point.RefreshedAt), point);
        }

        return [.. carriers.Values.OrderBy(static carrier => carrier.Code, StringComparer.Ordinal)];
    }

    /// <summary>Of equal instants, the one with the lower offset stands for both, so that the order of points does not matter.</summary>
    private static CarrierSummary With(CarrierSummary summary, in PackedPoint point) => summary with
    {
        Points = summary.Points + (point.VanishedAt is null ? 1 : 0),
        Vanished = summary.Vanished + (point.VanishedAt is null ? 0 : 1),
        OldestRefreshedAt = Order(point.RefreshedAt, summary.OldestRefreshedAt) < 0 ? point.RefreshedAt : summary.OldestRefreshedAt,
        NewestRefreshedAt = Order(point.RefreshedAt, summary.NewestRefreshedAt) > 0 ? point.RefreshedAt : summary.NewestRefreshedAt,
    };

    private static int Order(DateTimeOffset a, DateTimeOffset b) =>
        a.UtcTicks.CompareTo(b.UtcTicks) is var order and not 0 ? order : a.Offset.CompareTo(b.Offset);
}

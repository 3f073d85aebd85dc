using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A point before and after, either of which may be missing or vanished.</summary>
/// <param name="Before">The point as it was; null when it was not there.</param>
/// <param name="After">The point as it is; null when it is not there.</param>
public sealed record PointChange(ServicePoint? Before, ServicePoint? After)
{
    /// <summary>The point as it is, or else as it was.</summary>
    public ServicePoint Point => After ?? Before!;

    /// <summary>In what it differs; <see cref="PointDifference.None"/> too for a point that is on neither side.</summary>
    public PointDifference Difference => (IsThere(Before), IsThere(After)) switch
    {
        (false, false) => PointDifference.None,
        (false, true) => PointDifference.Added,
        (true, false) => PointDifference.Removed,
        _ => Compare(Before!, After!),
    };

    /// <summary>The distance between the two positions in metres; 0 when either is missing.</summary>
    public double DistanceMeters =>
        Before is null || After is null ? 0 : Haversine.DistanceMeters(Before.Position, After.Position);

    private static bool IsThere(ServicePoint? point) => point is { VanishedAt: null };

    private static PointDifference Compare(ServicePoint before, ServicePoint after)
    {
        PointDifference difference = PointDifference.None;
        if (before.Position != after.Position)
        {
            difference |= PointDifference.Moved;
        }

        if (before.CarrierShopType != after.CarrierShopType || before.GeneralShopType != after.GeneralShopType)
        {
            difference |= PointDifference.Retyped;
        }

        bool isSame = before.Name == after.Name
            && before.Carrier == after.Carrier
            && before.CarrierServicePointId == after.CarrierServicePointId
            && before.Address == after.Address
            && before.Contact == after.Contact
            && before.OpeningTimes.Equals(after.OpeningTimes)
            && before.TimeZone == after.TimeZone
            && before.OpeningExceptions.AsSpan().SequenceEqual(after.OpeningExceptions.AsSpan());
        return isSame ? difference : difference | PointDifference.Changed;
    }
}

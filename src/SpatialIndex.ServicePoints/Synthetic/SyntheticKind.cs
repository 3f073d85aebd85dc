using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Synthetic;

/// <summary>A kind of invented point.</summary>
/// <param name="Share">How many of 100 points are of the kind.</param>
/// <param name="Name">The name to show, without its number.</param>
/// <param name="CarrierShopType">The carrier's own kind.</param>
/// <param name="GeneralShopType">The general kind.</param>
/// <param name="Weeks">The weekly hours, each as likely as the others.</param>
internal sealed record SyntheticKind(int Share, string Name, string CarrierShopType, string GeneralShopType, params OpeningTimes[] Weeks)
{
    /// <summary>All kinds; their shares are 100 together.</summary>
    public static SyntheticKind[] All { get; } =
    [
        new(35, "Synthetic parcel shop", "synthetic_shop", Model.GeneralShopType.ServicePoint, Week("08:00-20:00", "08:00-20:00"), Week("09:00-18:00", "10:00-16:00")),
        new(15, "Synthetic kiosk", "synthetic_kiosk", Model.GeneralShopType.ServicePoint, Week("07:00-22:00", "07:00-22:00", "08:00-20:00"), Week("06:30-19:00", "07:00-14:00")),
        new(33, "Synthetic locker", "synthetic_locker", Model.GeneralShopType.Locker, OpeningTimes.RoundTheClock),
        new(13, "Synthetic post office", "synthetic_post_office", Model.GeneralShopType.PostOffice, Week("09:00-17:30", "09:00-12:30"), Week("08:30-12:00 14:00-18:00", "")),
        new(4, "Synthetic depot", "synthetic_depot", Model.GeneralShopType.CarrierDepot, Week("06:00-20:00", "08:00-12:00"), Week("08:00-18:00", "")),
    ];

    private static OpeningTimes Week(string weekday, string saturday, string sunday = "")
    {
        TimeRange[] ranges = Ranges(weekday);
        return new OpeningTimes([.. ranges], [.. ranges], [.. ranges], [.. ranges], [.. ranges], [.. Ranges(saturday)], [.. Ranges(sunday)]);
    }

    private static TimeRange[] Ranges(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static range => TimeRange.TryParse(range[..5], range[6..])!.Value)];
}

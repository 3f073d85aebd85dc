using System.Collections.Immutable;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;

namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>Makes the objects of answers. Safe to use from any number of threads.</summary>
internal sealed class ResponseFactory(PointTimeZones zones)
{
    /// <summary>A point by itself.</summary>
    public ServicePointDetail Detail(SearchHit hit, DateTimeOffset now)
    {
        ServicePoint point = hit.Point;
        var schedule = new OpeningSchedule(point, zones.Of(point));
        return new ServicePointDetail
        {
            Id = point.Id,
            Name = point.Name,
            Carrier = point.Carrier,
            CarrierServicePointId = point.CarrierServicePointId,
            CarrierShopType = point.CarrierShopType,
            GeneralShopType = point.GeneralShopType,
            Address = point.Address,
            Position = point.Position,
            Contact = point.Contact,
            OpeningTimes = Week(schedule.WeekOf(now)),
            IsOpenTomorrow = schedule.IsOpenTomorrow(now),
            NextOpenAt = schedule.NextOpenAt(now),
            IsExpired = hit.IsExpired,
        };
    }

    /// <summary>A point in a list.</summary>
    public ServicePointSearchResult SearchResult(SearchHit hit, DateTimeOffset now) =>
        new(Detail(hit, now)) { DistanceMeters = WholeMeters.Of(hit.DistanceMeters ?? double.NaN) };

    private static WeeklyOpeningTimes Week(OpeningTimes week) =>
        new(Day(week[0]), Day(week[1]), Day(week[2]), Day(week[3]), Day(week[4]), Day(week[5]), Day(week[6]));

    private static IReadOnlyList<OpeningTime>? Day(ImmutableArray<TimeRange> ranges) =>
        ranges.IsEmpty ? null : [.. ranges.Select(static range => new OpeningTime(range.StartTime, range.EndTime))];
}

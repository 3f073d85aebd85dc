using System.Text;
using NodaTime;
using NodaTime.TimeZones;
using SpatialIndex.ServicePoints.Hours;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>
/// The JSON of a point's hours, shared by points with the same hours and zone. It stays the same until the next opening or the next day
/// and is then made anew. Safe to use from any number of threads.
/// </summary>
internal sealed class PointHours(OpeningSchedule schedule, DateTimeZone zone)
{
    private Computed? _current;

    /// <summary>
    /// What stands between the value of <c>phone</c> and that of <c>is_expired</c>, the quote before and the colon after included.
    /// </summary>
    public byte[] JsonAt(DateTimeOffset now)
    {
        Computed? current = _current;
        if (current is null || now < current.From || now >= current.Until)
        {
            _current = current = Compute(now);
        }

        return current.Json;
    }

    private Computed Compute(DateTimeOffset now)
    {
        DateTimeOffset? next = schedule.NextOpenAt(now);
        DateTimeOffset until = EndOfDay(now);
        string json = $"\"}},\"opening_times\":{ContractJson.OpeningTimes(schedule.WeekOf(now))}"
            + $",\"is_open_tomorrow\":{(schedule.IsOpenTomorrow(now) ? "true" : "false")}"
            + $",\"next_open_at\":{(next is { } opening ? $"\"{ContractJson.Instant(opening)}\"" : "null")},\"is_expired\":";
        return new Computed(now, next < until ? next.Value : until, Encoding.UTF8.GetBytes(json));
    }

    /// <summary>When the date at the point may change: at its next midnight, or when its clocks are changed, which can set the date back.</summary>
    private DateTimeOffset EndOfDay(DateTimeOffset now)
    {
        var instant = Instant.FromDateTimeOffset(now);
        ZoneInterval interval = zone.GetZoneInterval(instant);
        var midnight = zone.AtStartOfDay(instant.InZone(zone).Date.PlusDays(1)).ToInstant();
        return (interval.HasEnd && interval.End < midnight ? interval.End : midnight).ToDateTimeOffset();
    }

    private sealed record Computed(DateTimeOffset From, DateTimeOffset Until, byte[] Json);
}

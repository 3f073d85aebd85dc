using System.Text;
using SpatialIndex.ServicePoints.Hours;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>
/// The JSON of a point's hours, shared by points with the same hours and zone. It stays the same until the next opening or the next day
/// and is then made anew. Safe to use from any number of threads.
/// </summary>
internal sealed class PointHours(OpeningSchedule schedule)
{
    private volatile Computed? _current;

    /// <summary>What stands between the value of <c>phone</c> and that of <c>is_expired</c>, the quote before and the colon after included.</summary>
    public byte[] JsonAt(DateTimeOffset now)
    {
        Computed? current = _current;
        if (current is null || now < current.From || now >= current.Until)
        {
            _current = current = new Computed(now, schedule.UnchangedUntil(now), Compute(now));
        }

        return current.Json;
    }

    private byte[] Compute(DateTimeOffset now) => Encoding.UTF8.GetBytes(
        $"\"}},\"opening_times\":{ContractJson.OpeningTimes(schedule.WeekOf(now))}"
        + $",\"is_open_tomorrow\":{(schedule.IsOpenTomorrow(now) ? "true" : "false")}"
        + $",\"next_open_at\":{(schedule.NextOpenAt(now) is { } next ? $"\"{ContractJson.Instant(next)}\"" : "null")},\"is_expired\":");

    private sealed record Computed(DateTimeOffset From, DateTimeOffset Until, byte[] Json);
}

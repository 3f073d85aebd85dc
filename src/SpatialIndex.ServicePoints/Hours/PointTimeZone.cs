using NodaTime;

namespace SpatialIndex.ServicePoints.Hours;

/// <summary>
/// A time zone in which hours are meant. Safe to share between threads. It keeps the calendar of the day that was last asked for, so
/// that on one day only the first question looks into the rules of the zone.
/// </summary>
public sealed class PointTimeZone
{
    private volatile ZoneCalendar? _calendar;

    internal PointTimeZone(string name) => Name = name;

    /// <summary>The IANA name.</summary>
    public string Name { get; }

    internal ZoneCalendar CalendarAt(DateTimeOffset now)
    {
        ZoneCalendar? calendar = _calendar;
        if (calendar is null || !calendar.Covers(now))
        {
            _calendar = calendar = ZoneCalendar.At(DateTimeZoneProviders.Tzdb[Name], now);
        }

        return calendar;
    }
}

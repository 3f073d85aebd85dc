using System.Collections.Immutable;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Hours;

/// <summary>
/// When a point is open, in its own time zone: the usual week, which repeats, and dated hours that replace those of their date. A
/// range counts for the day on which it starts. Immutable and safe to share between threads; allocates for <see cref="WeekOf"/>, and for the first question of a
/// day in a zone. The default value has no hours to tell and throws.
/// </summary>
/// <remarks>
/// Where the clock of the zone is needed, instants may be of the years 2 to 9998; others throw <see cref="ArgumentOutOfRangeException"/>. A date that the clocks skipped, as
/// those of Samoa did 30 December 2011, is one like any other: its starts move forward by the gap, here by a day.
/// </remarks>
public readonly struct OpeningSchedule
{
    private readonly OpeningTimes _week;
    private readonly ImmutableArray<DatedHours> _exceptions;
    private readonly PointTimeZone _zone;

    /// <summary>Makes the schedule of a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="zone">The time zone in which its hours are meant.</param>
    public OpeningSchedule(ServicePoint point, PointTimeZone zone)
        : this((point ?? throw new ArgumentNullException(nameof(point))).OpeningTimes, point.OpeningExceptions, zone)
    {
    }

    /// <summary>Makes a schedule.</summary>
    /// <param name="week">The usual week.</param>
    /// <param name="exceptions">Dated hours that replace the usual ones; of two for one date the first counts.</param>
    /// <param name="zone">The time zone in which the hours are meant.</param>
    public OpeningSchedule(OpeningTimes week, ImmutableArray<DatedHours> exceptions, PointTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(zone);
        _week = week;
        _exceptions = exceptions.IsDefault ? [] : exceptions;
        _zone = zone;
    }

    /// <summary>
    /// The hours of the week, Monday to Sunday, in which the instant falls at the point. Without dated hours in that week it is the
    /// usual one itself, and nothing is allocated.
    /// </summary>
    public OpeningTimes WeekOf(DateTimeOffset now)
    {
        if (_exceptions.IsEmpty)
        {
            return _week;
        }

        int today = _zone.CalendarAt(now).Today;
        int monday = today - WeekdayOf(today);
        foreach (DatedHours exception in _exceptions)
        {
            if (exception.Date.DayNumber >= monday && exception.Date.DayNumber < monday + 7)
            {
                return WeekFrom(monday);
            }
        }

        return _week;
    }

    /// <summary>Whether the day after the one in which the instant falls at the point has opening hours.</summary>
    public bool IsOpenTomorrow(DateTimeOffset now) => !HoursOf(_zone.CalendarAt(now).Today + 1).IsEmpty;

    /// <summary>
    /// The first start of opening strictly after the instant, from today to the same weekday next week at the point, with the offset
    /// valid then; null when there is none. A start in a skipped hour moves forward by the gap; in a repeated hour the first one counts.
    /// </summary>
    public DateTimeOffset? NextOpenAt(DateTimeOffset now)
    {
        ZoneCalendar calendar = _zone.CalendarAt(now);
        long next = long.MaxValue;
        for (int day = calendar.Today; day <= calendar.Today + ZoneCalendar.DaysAhead; day++)
        {
            foreach (TimeRange range in HoursOf(day))
            {
                long start = calendar.UtcTicksOf(day, range.StartMinute);
                if (start > now.UtcTicks && start < next)
                {
                    next = start;
                }
            }

            if (next != long.MaxValue && !calendar.HasChanges)
            {
                break;
            }
        }

        return next == long.MaxValue ? null : calendar.WithOffset(next);
    }

    /// <summary>
    /// Up to this instant, itself excluded, all questions have the same answers as now. It is the next opening, the next day or a
    /// change of clocks, whichever comes first.
    /// </summary>
    internal DateTimeOffset UnchangedUntil(DateTimeOffset now)
    {
        DateTimeOffset endOfDay = _zone.CalendarAt(now).Until;
        return NextOpenAt(now) is { } next && next < endOfDay ? next : endOfDay;
    }

    private OpeningTimes WeekFrom(int monday)
    {
        var days = new ImmutableArray<TimeRange>[7];
        for (int day = 0; day < days.Length; day++)
        {
            days[day] = HoursOf(monday + day);
        }

        return new OpeningTimes(days);
    }

    private ImmutableArray<TimeRange> HoursOf(int day)
    {
        foreach (DatedHours exception in _exceptions)
        {
            if (exception.Date.DayNumber == day)
            {
                return exception.Ranges;
            }
        }

        return _week[WeekdayOf(day)];
    }

    /// <summary>0 for Monday to 6 for Sunday; 0001-01-01, the day 0, was a Monday.</summary>
    private static int WeekdayOf(int day) => day % 7;
}

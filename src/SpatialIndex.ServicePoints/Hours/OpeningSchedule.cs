using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Hours;

/// <summary>When a point is open, in its own time zone: the usual week, and dated hours that replace those of their date. Immutable.</summary>
public sealed class OpeningSchedule
{
    /// <summary>A start in a skipped hour moves forward by the gap; in a repeated hour the first one counts.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private readonly OpeningTimes _week;
    private readonly ImmutableArray<DatedHours> _exceptions;
    private readonly DateTimeZone _zone;

    /// <summary>Makes the schedule of a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="zone">The time zone in which its hours are meant.</param>
    public OpeningSchedule(ServicePoint point, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(zone);
        _week = point.OpeningTimes;
        _exceptions = point.OpeningExceptions;
        _zone = zone;
    }

    /// <summary>The hours of the week, Monday to Sunday, in which the instant falls at the point.</summary>
    public OpeningTimes WeekOf(DateTimeOffset now)
    {
        if (_exceptions.IsEmpty)
        {
            return _week;
        }

        LocalDate today = LocalDateOf(now);
        LocalDate monday = today.PlusDays(1 - (int)today.DayOfWeek);
        return new OpeningTimes([.. Enumerable.Range(0, 7).Select(day => HoursOf(monday.PlusDays(day)))]);
    }

    /// <summary>Whether the day after the one in which the instant falls at the point has opening hours.</summary>
    public bool IsOpenTomorrow(DateTimeOffset now) => !HoursOf(LocalDateOf(now).PlusDays(1)).IsEmpty;

    /// <summary>
    /// The first start of opening strictly after the instant, from today to the same weekday next week, with the offset valid
    /// then; null when there is none.
    /// </summary>
    public DateTimeOffset? NextOpenAt(DateTimeOffset now)
    {
        var instant = Instant.FromDateTimeOffset(now);
        LocalDate today = LocalDateOf(now);
        for (int day = 0; day <= 7; day++)
        {
            LocalDate date = today.PlusDays(day);
            ZonedDateTime? first = null;
            foreach (TimeRange range in HoursOf(date))
            {
                ZonedDateTime start = date.At(LocalTime.FromMinutesSinceMidnight(range.StartMinute)).InZone(_zone, Resolver);
                if (start.ToInstant() > instant && (first is null || start.ToInstant() < first.Value.ToInstant()))
                {
                    first = start;
                }
            }

            if (first is { } next)
            {
                return next.ToDateTimeOffset();
            }
        }

        return null;
    }

    private ImmutableArray<TimeRange> HoursOf(LocalDate date)
    {
        foreach (DatedHours exception in _exceptions)
        {
            if (exception.Date == date.ToDateOnly())
            {
                return exception.Ranges;
            }
        }

        return _week[(int)date.DayOfWeek - 1];
    }

    private LocalDate LocalDateOf(DateTimeOffset now) => Instant.FromDateTimeOffset(now).InZone(_zone).Date;
}

using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace SpatialIndex.ServicePoints.Hours;

/// <summary>
/// What a time zone has to tell on one day, or, when the clocks are changed, on a part of it: which date it is, and at which instants
/// the local times up to the same weekday next week come. Immutable and safe to share between threads; allocates only when it is made.
/// </summary>
internal sealed class ZoneCalendar
{
    /// <summary>The last date that can be asked for is the same weekday next week.</summary>
    public const int DaysAhead = 7;

    private const int MinYear = 2;
    private const int MaxYear = 9998;

    private readonly long _from;
    private readonly long _until;
    private readonly ImmutableArray<OffsetChange> _changes;
    private readonly long _lastOffset;

    private ZoneCalendar(long from, long until, ImmutableArray<OffsetChange> changes, long lastOffset, int today)
    {
        _from = from;
        _until = until;
        _changes = changes;
        _lastOffset = lastOffset;
        Today = today;
    }

    /// <summary>The date, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Today { get; }

    /// <summary>The first instant that has another calendar.</summary>
    public DateTimeOffset Until => new(_until, TimeSpan.Zero);

    /// <summary>Whether clocks are changed in these days, so that a later date may have an earlier start.</summary>
    public bool HasChanges => !_changes.IsEmpty;

    /// <summary>The calendar of a zone at an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 2 to 9998.</exception>
    public static ZoneCalendar At(DateTimeZone zone, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(now.UtcDateTime.Year, MinYear, nameof(now));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(now.UtcDateTime.Year, MaxYear, nameof(now));
        ZoneInterval current = zone.GetZoneInterval(Instant.FromDateTimeOffset(now));
        long offset = current.WallOffset.Ticks;
        int today = (int)((now.UtcTicks + offset) / TimeSpan.TicksPerDay);
        long midnight = (today * TimeSpan.TicksPerDay) - offset;

        // An offset is below a day, and clocks were never set back by more than one: two days are beyond all local times that are asked for.
        var margin = Duration.FromDays(2);
        Instant start = InstantOf(midnight) - margin;
        Instant end = InstantOf(midnight) + Duration.FromDays(DaysAhead + 1) + margin;
        ZoneInterval[] intervals = [.. zone.GetZoneIntervals(start, end)];
        return new ZoneCalendar(
            current.HasStart ? Math.Max(midnight, TicksOf(current.Start)) : midnight,
            current.HasEnd ? Math.Min(midnight + TimeSpan.TicksPerDay, TicksOf(current.End)) : midnight + TimeSpan.TicksPerDay,
            [.. intervals.Zip(intervals.Skip(1), ChangeBetween)],
            intervals[^1].WallOffset.Ticks,
            today);
    }

    /// <summary>Whether this is the zone's calendar at an instant, too.</summary>
    public bool Covers(DateTimeOffset instant) => instant.UtcTicks >= _from && instant.UtcTicks < _until;

    /// <summary>
    /// The instant, in ticks, of a local time from today to the same weekday next week: a skipped time moves forward by the gap, of a
    /// repeated one the first counts.
    /// </summary>
    public long UtcTicksOf(int day, int minute)
    {
        long local = (day * TimeSpan.TicksPerDay) + (minute * TimeSpan.TicksPerMinute);
        foreach (OffsetChange change in _changes)
        {
            if (local < change.LocalFrom)
            {
                return local - change.Before;
            }
        }

        return local - _lastOffset;
    }

    /// <summary>
    /// An instant with the offset that is valid then, in whole minutes and at most 14 hours: what exceeds that, as local mean times of
    /// former centuries do, cannot be written and is cut off. The instant stays what it is.
    /// </summary>
    public DateTimeOffset WithOffset(long utcTicks)
    {
        long minutes = Math.Clamp(OffsetAt(utcTicks) / TimeSpan.TicksPerMinute, -14 * 60, 14 * 60);
        long offset = minutes * TimeSpan.TicksPerMinute;
        return new DateTimeOffset(utcTicks + offset, new TimeSpan(offset));
    }

    private long OffsetAt(long utcTicks)
    {
        foreach (OffsetChange change in _changes)
        {
            if (utcTicks < change.Utc)
            {
                return change.Before;
            }
        }

        return _lastOffset;
    }

    private static OffsetChange ChangeBetween(ZoneInterval before, ZoneInterval after) =>
        new(TicksOf(after.Start), before.WallOffset.Ticks, after.WallOffset.Ticks);

    private static Instant InstantOf(long utcTicks) => Instant.FromUnixTimeTicks(utcTicks - DateTime.UnixEpoch.Ticks);

    private static long TicksOf(Instant instant) => instant.ToUnixTimeTicks() + DateTime.UnixEpoch.Ticks;
}

using System.Collections.Immutable;
using NodaTime;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Hours;

/// <summary>
/// The rules of opening hours, naively: a list of what a clock at the point shows, minute by minute, in which starts are looked up.
/// Of its zone it asks nothing but the offset of an instant. Local times are whole minutes since 0001-01-01.
/// </summary>
internal sealed class NaiveClock
{
    private const int MinutesPerDay = 24 * 60;

    private readonly DateTimeOffset _origin;
    private readonly List<(long Local, int Offset)> _minutes = [];
    private readonly Dictionary<long, int> _minuteOf = [];

    /// <summary>Watches the clock from an instant on.</summary>
    public NaiveClock(string zone, DateTimeOffset origin, int days)
    {
        _origin = origin;
        DateTimeZone rules = DateTimeZoneProviders.Tzdb[zone];
        for (int minute = 0; minute < days * MinutesPerDay; minute++)
        {
            int offset = rules.GetUtcOffset(Instant.FromDateTimeOffset(At(minute))).Seconds / 60;
            long local = (At(minute).UtcTicks / TimeSpan.TicksPerMinute) + offset;
            long expected = minute == 0 ? local : _minutes[^1].Local + 1;
            for (long skipped = expected; skipped < local; skipped++)
            {
                _minuteOf.Add(skipped, minute + (int)(skipped - expected));
            }

            _minuteOf.TryAdd(local, minute);
            _minutes.Add((local, offset));
        }
    }

    public DateTimeOffset At(int minute) => _origin.AddMinutes(minute);

    public bool IsOpenTomorrow(OpeningTimes week, ImmutableArray<DatedHours> exceptions, int now) =>
        !HoursOf(DayOf(now) + 1, week, exceptions).IsEmpty;

    public OpeningTimes WeekOf(OpeningTimes week, ImmutableArray<DatedHours> exceptions, int now)
    {
        long monday = DayOf(now) / 7 * 7; // 0001-01-01 was a Monday.
        return new OpeningTimes([.. Enumerable.Range(0, 7).Select(day => HoursOf(monday + day, week, exceptions))]);
    }

    public DateTimeOffset? NextOpenAt(OpeningTimes week, ImmutableArray<DatedHours> exceptions, int now)
    {
        var starts = new List<int>();
        for (long day = DayOf(now); day <= DayOf(now) + 7; day++)
        {
            foreach (TimeRange range in HoursOf(day, week, exceptions))
            {
                starts.Add(_minuteOf[(day * MinutesPerDay) + range.StartMinute]);
            }
        }

        starts.RemoveAll(start => start <= now);
        return starts.Count == 0 ? null : At(starts.Min()).ToOffset(TimeSpan.FromMinutes(_minutes[starts.Min()].Offset));
    }

    private static ImmutableArray<TimeRange> HoursOf(long day, OpeningTimes week, ImmutableArray<DatedHours> exceptions) =>
        exceptions.FirstOrDefault(exception => exception.Date.DayNumber == day) is { } exception ? exception.Ranges : week[(int)(day % 7)];

    private long DayOf(int minute) => _minutes[minute].Local / MinutesPerDay;
}

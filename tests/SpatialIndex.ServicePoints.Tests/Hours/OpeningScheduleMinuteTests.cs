using System.Collections.Immutable;
using System.Globalization;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Hours;

/// <summary>Every minute of several days around what is hard about time, against <see cref="NaiveClock"/>.</summary>
public class OpeningScheduleMinuteTests
{
    private const int DaysBefore = 2;
    private const int DaysCompared = 4;
    private const int DaysSeenAfter = 10;
    private const int Schedules = 6;

    private static readonly PointTimeZones Zones = new(CarrierCatalogue.Empty);

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29")]
    [InlineData("Europe/Paris", "2026-10-25")]
    [InlineData("America/New_York", "2026-03-08")]
    [InlineData("America/New_York", "2026-11-01")]
    [InlineData("Australia/Lord_Howe", "2026-04-05")] // Clocks change by half an hour.
    [InlineData("Australia/Lord_Howe", "2026-10-04")]
    [InlineData("America/Nuuk", "2026-03-28")] // The hour before midnight is skipped.
    [InlineData("America/Nuuk", "2026-10-24")]
    [InlineData("America/Sao_Paulo", "2018-02-18")] // The hour before midnight is repeated.
    [InlineData("America/Sao_Paulo", "2018-11-04")] // The hour after midnight is skipped.
    [InlineData("America/St_Johns", "2010-11-07")] // One minute after midnight it is the day before again.
    [InlineData("America/Toronto", "1919-03-30")] // The hour from 23:30 on is skipped.
    [InlineData("Africa/Casablanca", "2026-02-15")]
    [InlineData("Africa/Casablanca", "2026-03-22")]
    [InlineData("Europe/Lisbon", "1942-04-26")]
    [InlineData("Antarctica/Casey", "2010-03-05")] // At 02:00 it is 23:00 of the day before again.
    [InlineData("Pacific/Apia", "2011-12-30")] // The day was skipped.
    [InlineData("Pacific/Kwajalein", "1969-09-30")] // The day was repeated.
    [InlineData("Asia/Kathmandu", "2026-01-01")]
    [InlineData("Europe/Amsterdam", "2026-12-31")]
    [InlineData("Europe/Amsterdam", "2027-01-03")] // The last day of the 53rd week of 2026.
    [InlineData("Pacific/Kiritimati", "2024-02-29")]
    [InlineData("Etc/GMT+12", "2026-03-11")]
    public void Schedule_EveryMinuteAround_IsThatOfTheNaiveClock(string zone, string date)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var random = new Random(day.DayNumber);
        var origin = new DateTimeOffset(day.AddDays(-DaysBefore), TimeOnly.MinValue, TimeSpan.Zero);
        var clock = new NaiveClock(zone, origin.AddDays(-2), 2 + DaysCompared + DaysSeenAfter);
        for (int i = 0; i < Schedules; i++)
        {
            OpeningTimes week = RandomWeek(random);
            ImmutableArray<DatedHours> exceptions = i % 2 == 0 ? [] : RandomExceptions(day, random);
            var schedule = new OpeningSchedule(week, exceptions, Zones.Find(zone)!);
            for (int minute = 2 * 24 * 60; minute < (2 + DaysCompared) * 24 * 60; minute++)
            {
                DateTimeOffset? next = clock.NextOpenAt(week, exceptions, minute);
                bool isOpenTomorrow = clock.IsOpenTomorrow(week, exceptions, minute);
                Assert.Equal(clock.WeekOf(week, exceptions, minute), schedule.WeekOf(clock.At(minute)));
                foreach (DateTimeOffset now in new[] { clock.At(minute), clock.At(minute + 1).AddTicks(-1) })
                {
                    if (!IsExactly(next, schedule.NextOpenAt(now)) || isOpenTomorrow != schedule.IsOpenTomorrow(now))
                    {
                        Assert.Fail(
                            $"At {now:O}: {schedule.NextOpenAt(now):O} instead of {next:O}, {schedule.IsOpenTomorrow(now)} instead of {isOpenTomorrow}, "
                            + $"with {Describe(week, exceptions)}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-10-25")]
    [InlineData("America/St_Johns", "2010-11-07")]
    [InlineData("Antarctica/Casey", "2010-03-05")]
    [InlineData("Pacific/Apia", "2011-12-30")]
    [InlineData("Asia/Kathmandu", "2026-01-01")]
    public void UnchangedUntil_EveryMinuteBefore_HasTheSameAnswers(string zone, string date)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var random = new Random(day.DayNumber);
        var schedule = new OpeningSchedule(RandomWeek(random), RandomExceptions(day, random), Zones.Find(zone)!);
        DateTimeOffset now = new(day.AddDays(-DaysBefore), TimeOnly.MinValue, TimeSpan.Zero);
        DateTimeOffset end = now.AddDays(DaysCompared);
        while (now < end)
        {
            (OpeningTimes, bool, DateTimeOffset?) answers = Answers(now);
            DateTimeOffset until = schedule.UnchangedUntil(now);
            Assert.True(until > now);
            for (; now < until; now = now.AddMinutes(1))
            {
                Assert.Equal(answers, Answers(now));
            }
        }

        (OpeningTimes, bool, DateTimeOffset?) Answers(DateTimeOffset at) => (schedule.WeekOf(at), schedule.IsOpenTomorrow(at), schedule.NextOpenAt(at));
    }

    private static bool IsExactly(DateTimeOffset? expected, DateTimeOffset? actual) =>
        expected is { } first && actual is { } second ? first.EqualsExact(second) : expected == actual;

    private static OpeningTimes RandomWeek(Random random) =>
        new([.. Enumerable.Range(0, 7).Select(_ => random.Next(3) == 0 ? [] : RandomRanges(random))]);

    private static ImmutableArray<DatedHours> RandomExceptions(DateOnly day, Random random) =>
    [
        .. Enumerable.Range(-5, 16).Where(_ => random.Next(3) == 0)
            .Select(offset => new DatedHours(day.AddDays(offset), random.Next(2) == 0 ? [] : RandomRanges(random))),
    ];

    /// <summary>Overnight, whole days, and starts that may be skipped or repeated; in no order.</summary>
    private static ImmutableArray<TimeRange> RandomRanges(Random random)
    {
        int[] starts = [0, 1, 15, 30, 59, 60, 61, 90, 119, 120, 135, 150, 179, 180, 181, 540, 1080, 1380, 1395, 1410, 1425, 1439];
        return
        [
            .. Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => new TimeRange(starts[random.Next(starts.Length)], random.Next(TimeRange.MinutesPerDay + 1))),
        ];
    }

    private static string Describe(OpeningTimes week, ImmutableArray<DatedHours> exceptions) =>
        string.Join("; ", Enumerable.Range(0, 7).Select(day => string.Join(' ', week[day])))
        + " and " + string.Join("; ", exceptions.Select(exception => $"{exception.Date:O} {string.Join(' ', exception.Ranges)}"));
}

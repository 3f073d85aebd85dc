using System.Globalization;
using NodaTime;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Hours;

public class OpeningScheduleTests
{
    private static readonly PointTimeZones Zones = new(CarrierCatalogue.Empty);

    [Theory]
    [InlineData("2026-03-11T08:59:59+01:00", "2026-03-11T09:00:00+01:00", true)]
    [InlineData("2026-03-11T09:00:00+01:00", "2026-03-12T09:00:00+01:00", true)]
    [InlineData("2026-03-13T12:00:00+01:00", "2026-03-16T09:00:00+01:00", false)]
    [InlineData("2026-03-15T23:30:00+01:00", "2026-03-16T09:00:00+01:00", true)]
    [InlineData("2026-03-27T09:00:00+01:00", "2026-03-30T09:00:00+02:00", false)]
    public void NextOpenAt_OfficeHours_IsTheNextStart(string now, string next, bool isOpenTomorrow)
    {
        TimeRange office = new(540, 1020);
        OpeningSchedule schedule = Schedule(new OpeningTimes([[office], [office], [office], [office], [office], [], []]));

        Assert.Equal(Instant(next), schedule.NextOpenAt(Instant(now)));
        Assert.Equal(Instant(next).Offset, schedule.NextOpenAt(Instant(now))!.Value.Offset);
        Assert.Equal(isOpenTomorrow, schedule.IsOpenTomorrow(Instant(now)));
    }

    [Fact]
    public void NextOpenAt_OnlyTodayAndPast_IsTheSameDayNextWeek()
    {
        OpeningSchedule schedule = Schedule(new OpeningTimes([[], [], [new(540, 1020)], [], [], [], []]));

        Assert.Equal(Instant("2026-03-18T09:00:00+01:00"), schedule.NextOpenAt(Instant("2026-03-11T09:00:00+01:00")));
    }

    [Theory]
    [InlineData("2026-03-29T01:00:00+01:00", 150, "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-10-25T01:00:00+02:00", 150, "2026-10-25T02:30:00+02:00")]
    public void NextOpenAt_SkippedOrRepeatedHour_MovesForwardOrCountsOnce(string now, int startMinute, string next)
    {
        OpeningSchedule schedule = Schedule(new OpeningTimes([[], [], [], [], [], [], [new(startMinute, 1200)]]));

        Assert.Equal(Instant(next), schedule.NextOpenAt(Instant(now)));
    }

    [Fact]
    public void NextOpenAt_ClocksChangeOnTheLastDate_IsByTheNewOffset()
    {
        OpeningSchedule schedule = Schedule(new OpeningTimes([[], [], [], [], [], [], [new(540, 1020)]]));

        Assert.True(Instant("2026-03-29T09:00:00+02:00").EqualsExact(schedule.NextOpenAt(Instant("2026-03-22T12:00:00+01:00"))!.Value));
    }

    [Fact]
    public void IsOpenTomorrow_AskedBackAcrossAChangeOfClocks_IsThatOfTheDayBefore()
    {
        OpeningSchedule schedule = new(new OpeningTimes([[], [], [], [], [], [], [new(540, 1020)]]), [], new PointTimeZones(CarrierCatalogue.Empty).Find("Europe/Amsterdam")!);

        Assert.False(schedule.IsOpenTomorrow(Instant("2026-03-29T12:00:00+02:00")));
        Assert.True(schedule.IsOpenTomorrow(Instant("2026-03-28T23:30:00+01:00")));
    }

    [Fact]
    public void NextOpenAt_NeverOpen_IsNull() => Assert.Null(Schedule(OpeningTimes.None).NextOpenAt(TestPoints.AsOf));

    [Fact]
    public void Exceptions_ReplaceTheirDate()
    {
        OpeningSchedule schedule = Schedule(
            OpeningTimes.RoundTheClock,
            new DatedHours(new DateOnly(2026, 3, 12), []),
            new DatedHours(new DateOnly(2026, 3, 13), [new(600, 660)]));
        DateTimeOffset now = Instant("2026-03-11T12:00:00+01:00");

        OpeningTimes week = schedule.WeekOf(now);

        Assert.Equal(Instant("2026-03-13T10:00:00+01:00"), schedule.NextOpenAt(now));
        Assert.False(schedule.IsOpenTomorrow(now));
        Assert.Equal([TimeRange.WholeDay], week[2].ToArray());
        Assert.Empty(week[3]);
        Assert.Equal([new TimeRange(600, 660)], week[4].ToArray());
        Assert.Equal(OpeningTimes.RoundTheClock, schedule.WeekOf(now.AddDays(7)));
    }

    [Fact]
    public void Exceptions_OnTheDatesAhead_CountAndThoseBehindDoNot()
    {
        OpeningSchedule schedule = Schedule(
            new OpeningTimes([[new(540, 1020)], [], [], [], [], [], []]),
            new DatedHours(new DateOnly(2026, 3, 9), [new(600, 660)]),
            new DatedHours(new DateOnly(2026, 3, 16), []),
            new DatedHours(new DateOnly(2026, 3, 17), [new(700, 720)]));

        Assert.Equal(Instant("2026-03-09T10:00:00+01:00"), schedule.NextOpenAt(Instant("2026-03-08T12:00:00+01:00")));
        Assert.Equal(Instant("2026-03-17T11:40:00+01:00"), schedule.NextOpenAt(Instant("2026-03-10T12:00:00+01:00")));
        Assert.Null(schedule.NextOpenAt(Instant("2026-03-09T10:00:00+01:00")));
        Assert.False(schedule.IsOpenTomorrow(Instant("2026-03-15T12:00:00+01:00")));
        Assert.True(schedule.IsOpenTomorrow(Instant("2026-03-22T12:00:00+01:00")));
    }

    [Fact]
    public void WeekOf_DatedHoursInTheWeeksBesideOnly_IsTheUsualWeekItself()
    {
        OpeningTimes usual = new([[new(540, 1020)], [], [], [], [], [], []]);
        OpeningSchedule schedule = Schedule(usual, new DatedHours(new DateOnly(2026, 3, 8), []), new DatedHours(new DateOnly(2026, 3, 16), []));

        Assert.Same(usual, schedule.WeekOf(Instant("2026-03-11T12:00:00+01:00")));
    }

    [Fact]
    public void Schedule_DatedHoursNeverSet_HasNone()
    {
        OpeningSchedule schedule = new(OpeningTimes.RoundTheClock, default, Zones.Find("UTC")!);

        Assert.Same(OpeningTimes.RoundTheClock, schedule.WeekOf(TestPoints.AsOf));
        Assert.True(schedule.IsOpenTomorrow(TestPoints.AsOf));
    }

    [Fact]
    public void Schedule_OfNothing_Throws()
    {
        Assert.Throws<ArgumentNullException>("point", () => new OpeningSchedule(null!, Zones.Find("UTC")!));
        Assert.Throws<ArgumentNullException>("week", () => new OpeningSchedule(null!, [], Zones.Find("UTC")!));
        Assert.Throws<ArgumentNullException>("zone", () => new OpeningSchedule(OpeningTimes.None, [], null!));
    }

    [Theory]
    [InlineData("2026-12-27T22:59:59Z", "2026-12-21")]
    [InlineData("2026-12-27T23:00:00Z", "2026-12-28")]
    [InlineData("2027-01-03T22:59:59Z", "2026-12-28")]
    [InlineData("2027-01-03T23:00:00Z", "2027-01-04")]
    public void WeekOf_Instant_IsTheIsoWeekAtThePoint(string now, string monday)
    {
        DateOnly[] mondays = [new(2026, 12, 21), new(2026, 12, 28), new(2027, 1, 4)];
        OpeningSchedule schedule = Schedule(OpeningTimes.None, [.. mondays.Select((date, i) => new DatedHours(date, [new(i, i)]))]);

        int week = Array.IndexOf(mondays, DateOnly.Parse(monday, CultureInfo.InvariantCulture));

        Assert.Equal([new TimeRange(week, week)], schedule.WeekOf(Instant(now))[0].ToArray());
    }

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-29T12:00:00-10:00", "2011-12-31T09:00:00+14:00", true)]
    [InlineData("America/Nuuk", "2026-03-27T12:00:00-02:00", "2026-04-03T09:00:00-01:00", false)]
    [InlineData("Asia/Kathmandu", "2026-03-05T23:59:59+05:45", "2026-03-06T09:00:00+05:45", true)]
    [InlineData("Pacific/Kiritimati", "2026-03-05T10:00:00Z", "2026-03-06T09:00:00+14:00", false)]
    public void NextOpenAt_OnlyFridays_AreThoseOfThePoint(string zone, string now, string next, bool isOpenTomorrow)
    {
        OpeningSchedule schedule = new(new OpeningTimes([[], [], [], [], [new(540, 1020)], [], []]), [], Zones.Find(zone)!);

        Assert.True(Instant(next).EqualsExact(schedule.NextOpenAt(Instant(now))!.Value));
        Assert.Equal(isOpenTomorrow, schedule.IsOpenTomorrow(Instant(now)));
    }

    [Fact]
    public void NextOpenAt_OffsetThatCannotBeWritten_IsTheSameInstant()
    {
        OpeningSchedule schedule = new(OpeningTimes.RoundTheClock, [], Zones.Find("Asia/Manila")!);

        DateTimeOffset next = schedule.NextOpenAt(Instant("1800-01-01T00:00:00Z"))!.Value;

        // Local mean time was 15 h 56 min 8 s behind Greenwich, so midnight comes at 15:56:08.
        Assert.True(Instant("1800-01-01T01:56:08-14:00").EqualsExact(next));
    }

    [Theory]
    [InlineData("0001-12-31T23:59:59Z")]
    [InlineData("9999-01-01T00:00:00Z")]
    public void Schedule_YearsThatCannotBeReckoned_Throws(string now)
    {
        OpeningSchedule schedule = Schedule(OpeningTimes.RoundTheClock);

        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.NextOpenAt(Instant(now)));
        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.IsOpenTomorrow(Instant(now)));
    }

    [Theory]
    [InlineData("0002-01-01T00:00:00Z")]
    [InlineData("9998-12-31T23:59:59Z")]
    public void Schedule_FirstAndLastYear_IsKnownInEveryZone(string now) => Assert.All(
        DateTimeZoneProviders.Tzdb.Ids,
        zone => Assert.NotNull(new OpeningSchedule(OpeningTimes.RoundTheClock, [], Zones.Find(zone)!).NextOpenAt(Instant(now))));

    [Fact]
    public void Schedule_SameDay_AllocatesNothing()
    {
        OpeningSchedule schedule = Schedule(
            new OpeningTimes([[], [], [], [], [], [], [new(150, 1200)]]), new DatedHours(new DateOnly(2026, 12, 25), [new(600, 660)]));
        DateTimeOffset now = Instant("2026-03-28T12:00:00+01:00");

        Assert.Equal(0, AllocatedBytes.By(Ask));

        void Ask()
        {
            schedule.WeekOf(now);
            schedule.IsOpenTomorrow(now);
            schedule.NextOpenAt(now);
            now = now.AddSeconds(1);
        }
    }

    private static OpeningSchedule Schedule(OpeningTimes week, params DatedHours[] exceptions) =>
        new(TestPoints.Simple("A") with { OpeningTimes = week, OpeningExceptions = [.. exceptions] }, Zones.Find("Europe/Amsterdam")!);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using NodaTime;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Hours;

public class OpeningScheduleTests
{
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

    [Theory]
    [InlineData(null, "ES", 40.4, -3.7, "Europe/Madrid")]
    [InlineData(null, "ES", 28.1, -15.4, "Atlantic/Canary")]
    [InlineData("Africa/Ceuta", "ES", 40.4, -3.7, "Africa/Ceuta")]
    [InlineData(null, "NL", 52.0, 5.0, "Europe/Brussels")]
    [InlineData(null, "BV", -54.4, 3.4, "UTC")]
    public void TimeZone_OwnThenCountrysThenNearest(string? own, string country, double latitude, double longitude, string expected)
    {
        var zones = new PointTimeZones(CarrierCatalogue.Empty.WithTimeZone("NL", "Europe/Brussels"));

        DateTimeZone zone = zones.Of(TestPoints.Simple("A", latitude: latitude, longitude: longitude, country: country) with { TimeZone = own });

        Assert.Equal(expected, zone.Id);
    }

    private static OpeningSchedule Schedule(OpeningTimes week, params DatedHours[] exceptions) => new(
        TestPoints.Simple("A") with { OpeningTimes = week, OpeningExceptions = [.. exceptions] }, DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

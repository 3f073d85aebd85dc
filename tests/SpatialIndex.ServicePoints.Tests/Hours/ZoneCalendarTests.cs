using NodaTime;
using NodaTime.TimeZones;
using SpatialIndex.ServicePoints.Hours;

namespace SpatialIndex.ServicePoints.Tests.Hours;

public class ZoneCalendarTests
{
    [Fact]
    public void UtcTicksOf_AroundEveryChangeOfEveryZone_IsTheLenientMappingOfNodaTime()
    {
        Instant from = Instant.FromUtc(1900, 1, 1, 0, 0);
        Instant until = Instant.FromUtc(2040, 1, 1, 0, 0);
        foreach (DateTimeZone zone in DateTimeZoneProviders.Tzdb.Ids.Select(static id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (ZoneInterval interval in zone.GetZoneIntervals(from, until).Skip(1))
            {
                var calendar = ZoneCalendar.At(zone, interval.Start.Minus(Duration.FromDays(1)).ToDateTimeOffset());
                for (int day = calendar.Today; day <= calendar.Today + 2; day++)
                {
                    for (int minute = 0; minute < 1440; minute += 30)
                    {
                        ZonedDateTime expected = LocalDate.FromDateOnly(DateOnly.FromDayNumber(day)).At(LocalTime.FromMinutesSinceMidnight(minute)).InZoneLeniently(zone);
                        Assert.True(expected.ToDateTimeUtc().Ticks == calendar.UtcTicksOf(day, minute), $"{zone.Id} day {day} minute {minute}");
                    }
                }
            }
        }
    }
}

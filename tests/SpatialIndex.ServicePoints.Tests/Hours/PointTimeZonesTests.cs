using NodaTime.TimeZones;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Hours;

public class PointTimeZonesTests
{
    private static readonly PointTimeZones Zones = new(CarrierCatalogue.Empty);

    [Theory]
    [InlineData(null, "ES", 40.4, -3.7, "Europe/Madrid")]
    [InlineData(null, "ES", 28.1, -15.4, "Atlantic/Canary")]
    [InlineData("Africa/Ceuta", "ES", 40.4, -3.7, "Africa/Ceuta")]
    [InlineData("Nowhere/Land", "ES", 28.1, -15.4, "Atlantic/Canary")]
    [InlineData("europe/madrid", "ES", 28.1, -15.4, "Atlantic/Canary")]
    [InlineData("UTC+01:00", "ES", 28.1, -15.4, "Atlantic/Canary")]
    [InlineData("", "ES", 28.1, -15.4, "Atlantic/Canary")]
    [InlineData("US/Eastern", "US", 34.05, -118.24, "US/Eastern")]
    [InlineData(null, "US", 34.05, -118.24, "America/Los_Angeles")]
    [InlineData(null, "FJ", -16.8, -179.9, "Pacific/Fiji")]
    [InlineData(null, "BV", -54.4, 3.4, "UTC")]
    [InlineData(null, "XX", 0.0, 0.0, "UTC")]
    public void Of_WithoutDefault_IsItsOwnElseTheNearestOfTheCountry(string? own, string country, double latitude, double longitude, string expected) =>
        Assert.Equal(expected, Zones.Of(Point(own, country, latitude, longitude)).Name);

    [Theory]
    [InlineData(null, "Europe/Brussels", "Europe/Brussels")]
    [InlineData("Atlantic/Canary", "Europe/Brussels", "Atlantic/Canary")]
    [InlineData("Nowhere/Land", "Europe/Brussels", "Europe/Brussels")]
    [InlineData(null, "Nowhere/Land", "Atlantic/Canary")]
    public void Of_WithDefault_IsItsOwnElseThatEvenWhereAnotherIsNearer(string? own, string ofCountry, string expected)
    {
        var zones = new PointTimeZones(CarrierCatalogue.Empty.WithTimeZone("ES", ofCountry));

        Assert.Equal(expected, zones.Of(Point(own, "ES", 28.1, -15.4)).Name);
        Assert.Equal("Europe/Amsterdam", zones.Of(Point(null, "NL", 52, 5)).Name);
    }

    [Fact]
    public void Of_AnyPlaceOfACountryOfSeveralZones_IsNearestByHaversine()
    {
        var random = new Random(7);
        foreach (IGrouping<string, TzdbZoneLocation> country in TzdbDateTimeZoneSource.Default.ZoneLocations!.GroupBy(static place => place.CountryCode))
        {
            for (int i = 0; i < 50; i++)
            {
                var position = new GeoPoint { Latitude = (180 * random.NextDouble()) - 90, Longitude = (360 * random.NextDouble()) - 180 };

                string expected = country.MinBy(place => Haversine.DistanceMeters(position, Place(place)))!.ZoneId;

                Assert.Equal(expected, Zones.Of(null, country.Key, position).Name);
            }
        }
    }

    [Fact]
    public void Of_Nothing_Throws()
    {
        Assert.Throws<ArgumentNullException>("catalogue", () => new PointTimeZones(null!));
        Assert.Throws<ArgumentNullException>("point", () => Zones.Of(null!));
    }

    [Fact]
    public void Of_AnyPoint_AllocatesNothing()
    {
        ServicePoint[] points = [Point("US/Eastern", "US", 34, -118), Point(null, "US", 34, -118), Point("No/Where", "XX", 0, 0), Point(null, "NL", 52, 5)];

        Assert.Equal(0, AllocatedBytes.By(() => Array.ForEach(points, static point => Zones.Of(point))));
    }

    [Fact]
    public void Find_ReplacedName_HasTheRulesOfItsSuccessor()
    {
        DateTimeOffset now = TestPoints.AsOf;

        Assert.Equal(
            new OpeningSchedule(OpeningTimes.RoundTheClock, [], Zones.Find("Asia/Kolkata")!).NextOpenAt(now),
            new OpeningSchedule(OpeningTimes.RoundTheClock, [], Zones.Find("Asia/Calcutta")!).NextOpenAt(now));
    }

    [Fact]
    public async Task Schedule_ManyThreadsAndDays_IsThatOfOneThread()
    {
        PointTimeZone shared = Zones.Find("Europe/Paris")!;
        DateTimeOffset[] instants = [.. Enumerable.Range(0, 3_000).Select(static i => TestPoints.AsOf.AddHours(7 * i))];
        DateTimeOffset?[] expected = [.. instants.Select(now => Next(new PointTimeZones(CarrierCatalogue.Empty).Find("Europe/Paris")!, now))];

        DateTimeOffset?[][] actual = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => instants.Select(now => Next(shared, now)).ToArray())));

        Assert.All(actual, answers => Assert.Equal(expected, answers));
    }

    private static DateTimeOffset? Next(PointTimeZone zone, DateTimeOffset now) => new OpeningSchedule(OpeningTimes.RoundTheClock, [], zone).NextOpenAt(now);

    private static GeoPoint Place(TzdbZoneLocation place) => new() { Latitude = place.Latitude, Longitude = place.Longitude };

    private static ServicePoint Point(string? zone, string country, double latitude, double longitude) =>
        TestPoints.Simple("A", latitude: latitude, longitude: longitude, country: country) with { TimeZone = zone };
}

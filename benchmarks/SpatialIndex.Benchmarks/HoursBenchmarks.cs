using BenchmarkDotNet.Attributes;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Benchmarks;

/// <summary>What the opening fields of a result cost: finding the zone of the point, is_open_tomorrow and next_open_at.</summary>
[MemoryDiagnoser]
public class HoursBenchmarks
{
    private const int Points = 100;

    private static readonly DateTimeOffset Ordinary = new(2026, 3, 11, 11, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ClocksChangeSoon = new(2026, 3, 27, 11, 0, 0, TimeSpan.Zero);

    private readonly PointTimeZones _zones = new(CarrierCatalogue.Empty.WithTimeZone("NL", "Europe/Amsterdam"));
    private ServicePoint[] _dutch = [];
    private ServicePoint[] _named = [];
    private ServicePoint[] _american = [];
    private ServicePoint[] _closedOnDates = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        _dutch = [.. Enumerable.Range(0, Points).Select(_ => Point("NL", 52, 5, random))];
        _named = [.. _dutch.Select(static point => point with { TimeZone = "Europe/Brussels" })];
        _american =
        [
            .. Enumerable.Range(0, Points)
                .Select(_ => Point("US", 30 + (18 * random.NextDouble()), -120 + (40 * random.NextDouble()), random)),
        ];
        DatedHours[] exceptions = [.. Enumerable.Range(1, 10).Select(static month => new DatedHours(new DateOnly(2026, month, 12), []))];
        _closedOnDates = [.. _dutch.Select(point => point with { OpeningExceptions = [.. exceptions] })];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Points, Description = "with their country's zone")]
    public int CountrysZone() => Ask(_dutch, Ordinary);

    [Benchmark(OperationsPerInvoke = Points, Description = "with a zone of their own")]
    public int OwnZone() => Ask(_named, Ordinary);

    [Benchmark(OperationsPerInvoke = Points, Description = "with the nearest zone of the United States")]
    public int NearestZone() => Ask(_american, Ordinary);

    [Benchmark(OperationsPerInvoke = Points, Description = "with ten dated exceptions")]
    public int TenExceptions() => Ask(_closedOnDates, Ordinary);

    [Benchmark(OperationsPerInvoke = Points, Description = "in the ten days around a change of clocks")]
    public int WeekOfAChangeOfClocks() => Ask(_dutch, ClocksChangeSoon);

    private int Ask(ServicePoint[] points, DateTimeOffset now)
    {
        int sum = 0;
        foreach (ServicePoint point in points)
        {
            var schedule = new OpeningSchedule(point, _zones.Of(point));
            sum += schedule.IsOpenTomorrow(now) ? 1 : 0;
            sum += schedule.NextOpenAt(now)?.Hour ?? 0;
        }

        return sum;
    }

    /// <summary>Open on weekdays, now and then with a break at noon, and on some Saturdays.</summary>
    private static ServicePoint Point(string country, double latitude, double longitude, Random random)
    {
        TimeRange[] weekday = random.Next(3) == 0 ? [new(540, 720), new(780, 1080)] : [new(480 + (30 * random.Next(5)), 1080)];
        TimeRange[] saturday = random.Next(2) == 0 ? [] : [new(600, 960)];
        return new ServicePoint
        {
            Id = 1,
            Name = "",
            Carrier = new CarrierReference("dhl", "DHL", null, null),
            CarrierServicePointId = "1",
            Address = new Address { Street = "", HouseNumber = "", PostalCode = "", City = "", CountryCode = country },
            Position = new GeoPoint { Latitude = latitude, Longitude = longitude },
            OpeningTimes = new OpeningTimes([.. weekday], [.. weekday], [.. weekday], [.. weekday], [.. weekday], [.. saturday], []),
            RefreshedAt = Ordinary,
        };
    }
}

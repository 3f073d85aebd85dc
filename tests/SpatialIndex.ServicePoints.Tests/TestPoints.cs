using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests;

/// <summary>Points to test with, and short ways to a snapshot of them.</summary>
internal static class TestPoints
{
    public static readonly DateTimeOffset AsOf = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    public static ServicePoint Simple(string id, string carrier = "dhl", double latitude = 51.4, double longitude = 5.4, string country = "NL") => new()
    {
        Id = ServicePointId.Derive(carrier, id),
        Name = $"Point {id}",
        Carrier = new CarrierReference(carrier, carrier.ToUpperInvariant(), null, null),
        CarrierServicePointId = id,
        CarrierShopType = "shop",
        GeneralShopType = GeneralShopType.ServicePoint,
        Address = new Address { Street = "Kerkstraat", HouseNumber = "1", PostalCode = "5611 AA", City = "Eindhoven", CountryCode = country },
        Position = new GeoPoint { Latitude = latitude, Longitude = longitude },
        RefreshedAt = AsOf,
    };

    /// <summary>Points of many carriers, kinds, countries and ages, some with everything that a point can have.</summary>
    public static List<ServicePoint> Random(int count, int seed)
    {
        var random = new Random(seed);
        string[] countries = ["NL", "FR", "FJ"];
        var points = new List<ServicePoint>();
        for (int i = 0; i < count; i++)
        {
            string country = countries[random.Next(countries.Length)];
            string carrier = $"carrier{random.Next(6)}";
            points.Add(Simple($"P{i}", carrier, country: country) with
            {
                Id = i % 3 == 0 ? 5_000_000 + i : ServicePointId.Derive(carrier, $"P{i}"),
                Name = $"Ümläut & \"quotes\" {i}\t≤ 🎁",
                CarrierShopType = random.Next(4) == 0 ? null : $"kind{random.Next(3)}",
                GeneralShopType = random.Next(5) == 0 ? null : GeneralShopType.All[random.Next(4)],
                Position = Position(country, random),
                Contact = new Contact(random.Next(2) == 0 ? "" : "a@b.nl", random.Next(2) == 0 ? "" : "+31 6"),
                OpeningTimes = random.Next(3) switch
                {
                    0 => OpeningTimes.None,
                    1 => OpeningTimes.RoundTheClock,
                    _ => new OpeningTimes([[new(540, 720), new(780, 1080)], [], [new(1080, 120)], [], [new(0, 1439)], [], []]),
                },
                OpeningExceptions = random.Next(8) == 0 ? [new DatedHours(new DateOnly(2026, 12, 25), []), new DatedHours(new DateOnly(2026, 12, 31), [new(600, 900)])] : [],
                RefreshedAt = AsOf.AddMinutes(-random.Next(60_000)).AddTicks(random.Next(3)).ToOffset(TimeSpan.FromMinutes(30 * random.Next(-4, 5))),
                TimeZone = random.Next(9) == 0 ? "Europe/Amsterdam" : null,
            });
        }

        return points;
    }

    public static string ToNdjson(IEnumerable<ServicePoint> points)
    {
        var stream = new MemoryStream();
        foreach (ServicePoint point in points)
        {
            using (var writer = new Utf8JsonWriter(stream, ServicePointJson.WriterOptions))
            {
                ServicePointJson.WriteCanonical(writer, point);
            }

            stream.WriteByte((byte)'\n');
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Builds a snapshot of points through the canonical feed.</summary>
    public static Snapshot BuildSnapshot(TestFolder folder, IEnumerable<ServicePoint> points, string? carriersJson = null)
    {
        string feed = folder.Write("points.ndjson", ToNdjson(points));
        string output = folder["points.snapshot"];
        SnapshotBuilder.Build(
            [new FeedInput(feed, FeedProfiles.Canonical)],
            new SnapshotBuildOptions { AsOf = AsOf, CarriersPath = carriersJson is null ? null : folder.Write("carriers.json", carriersJson) },
            output);
        return Snapshot.Open(output);
    }

    /// <summary>Equality of everything stored; immutable arrays compare by content.</summary>
    public static void AssertEqual(IEnumerable<ServicePoint> expected, IEnumerable<ServicePoint> actual) =>
        Assert.Equal(ToNdjson(expected.OrderBy(static p => p.Id)), ToNdjson(actual.OrderBy(static p => p.Id)));

    private static GeoPoint Position(string country, Random random) => country switch
    {
        "NL" => new GeoPoint { Latitude = 51 + (2 * random.NextDouble()), Longitude = 4 + (3 * random.NextDouble()) },
        "FR" => new GeoPoint { Latitude = 43 + (6 * random.NextDouble()), Longitude = -1 + (7 * random.NextDouble()) },
        _ => new GeoPoint { Latitude = -18 + (2 * random.NextDouble()), Longitude = random.Next(2) == 0 ? 180 - random.NextDouble() : -180 + random.NextDouble() },
    };
}

using System.Text.Json;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Benchmarks.Synthetic;

/// <summary>Points of an invented set dressed up as a canonical feed: names, addresses, hours, in twenty countries cut along the meridians.</summary>
internal static class SyntheticFeed
{
    /// <summary>The carrier that has one point in a hundred, all in one country.</summary>
    public const string National = "national";

    /// <summary>The carrier that has one point in a hundred, in every country.</summary>
    public const string International = "international";

    private static readonly string[] Countries =
    [
        "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "HU", "IT", "LT", "NL", "PL", "PT", "RO", "SE",
    ];

    /// <summary>When its points were refreshed first.</summary>
    public static DateTimeOffset AsOf { get; } = new(2026, 3, 11, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the points of a carrier, or of all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="data">Where they are.</param>
    /// <param name="refreshedAt">When they were refreshed.</param>
    /// <param name="carrier">The code of the carrier; null for all.</param>
    public static void Write(string path, Dataset data, DateTimeOffset refreshedAt, string? carrier = null)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var writer = new Utf8JsonWriter(stream, ServicePointJson.WriterOptions);
        for (int i = 0; i < data.Points.Length; i++)
        {
            if (carrier is not null && carrier != CarrierOf(i))
            {
                continue;
            }

            ServicePointJson.WriteCanonical(writer, Point(i, data.Points[i], refreshedAt));
            writer.Flush();
            writer.Reset();
            stream.WriteByte((byte)'\n');
        }
    }

    private static string CarrierOf(int number) => (number % 100) switch
    {
        0 => National,
        1 => International,
        var rest => $"carrier{rest % 12}",
    };

    private static ServicePoint Point(int number, GeoPoint position, DateTimeOffset refreshedAt)
    {
        string carrier = CarrierOf(number);
        int country = carrier == National ? 0 : Math.Min((int)((position.Longitude + 180) / 360 * Countries.Length), Countries.Length - 1);
        int hours = number % 97;
        return new ServicePoint
        {
            Id = ServicePointId.Derive(carrier, $"P{number}"),
            Name = $"Parcel point {number % 5003} {Countries[country]}",
            Carrier = new CarrierReference(carrier, $"Carrier {carrier}", null, null),
            CarrierServicePointId = $"P{number}",
            CarrierShopType = number % 3 == 0 ? "locker" : "shop",
            GeneralShopType = GeneralShopType.All[number % 3],
            Address = new Address
            {
                Street = $"Street of the {number % 7919}th",
                HouseNumber = $"{number % 199}",
                PostalCode = $"{10_000 + (number % 89_000)}",
                City = $"Town {number % 20_011}",
                CountryCode = Countries[country],
            },
            Position = position,
            Contact = new Contact(number % 2 == 0 ? "" : $"service@{carrier}.example", number % 4 == 0 ? "" : $"+31 20 {number % 100_000}"),
            OpeningTimes = new OpeningTimes(
                [new(480 + hours, 1020 + hours)],
                [new(480 + hours, 1020 + hours)],
                [new(480 + hours, 720), new(780, 1020 + hours)],
                [new(480 + hours, 1020 + hours)],
                [new(480 + hours, 1080 + hours)],
                [new(540, 900)],
                []),
            RefreshedAt = refreshedAt.AddSeconds(-60 * (number % 1440)),
        };
    }
}

using System.Collections.Frozen;
using SpatialIndex.ServicePoints.Feeds.Places;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Synthetic;

/// <summary>
/// Invents service points around real towns, to try things out where no carrier's feed is at hand. Each says that it is synthetic in its
/// name, carrier, kind and address; only the country and the position could be those of a real one. Safe to use from any number of threads.
/// </summary>
public static class SyntheticPoints
{
    private const double ReachMeters = 15_000;
    private const int Attempts = 12;
    private const int RefreshedWithinDays = 7;
    private const int ExpiredPercent = 3;
    private const int UnknownHoursPercent = 5;
    private const int SecondsPerDay = 86_400;
    private const double MetersPerDegreeNorth = Haversine.EarthRadiusMeters * Math.PI / 180;

    private static readonly int[] CarrierShares = [40, 27, 18, 10, 5];
    private static readonly int[] KindShares = [.. SyntheticKind.All.Select(static kind => kind.Share)];

    private static readonly CarrierReference[] Carriers =
        [.. CarrierShares.Select(static (_, index) => new CarrierReference($"synthetic-{index + 1}", $"Synthetic carrier {index + 1}", null, null))];

    private static readonly Lazy<FrozenSet<string>> Known = new(() => KnownPlaces.CountryCodes.Where(CountryCode.IsAssigned).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The countries that points can be invented for, as ISO 3166-1 alpha-2 codes in upper case: those with known towns.</summary>
    public static IReadOnlySet<string> CountryCodes => Known.Value;

    /// <summary>
    /// Invents points one by one while they are asked for: of five carriers with unequal shares and of all general kinds, up to 15 km around
    /// towns and nearer to a town of their own country than to another's, except where a country is too small for that. Nearly all were
    /// refreshed in the week before <paramref name="asOf"/>; of 100, 3 have expired, and 5 have unknown hours. The same arguments give the
    /// same points, and a lower count the first of them.
    /// </summary>
    /// <param name="countryCode">One of <see cref="CountryCodes"/>.</param>
    /// <param name="count">How many points, 0 or more.</param>
    /// <param name="seed">Any number; another one gives other points.</param>
    /// <param name="asOf">The instant at which the points are up to date.</param>
    /// <exception cref="ArgumentException">No towns of the country are known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IEnumerable<ServicePoint> Generate(string countryCode, int count, int seed, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(countryCode);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return CountryCodes.Contains(countryCode)
            ? Generate([.. KnownPlaces.Of(countryCode)], countryCode, count, new RandomNumbers((ulong)seed), asOf.ToUniversalTime())
            : throw new ArgumentException($"No towns of \"{countryCode}\" are known.", nameof(countryCode));
    }

    private static IEnumerable<ServicePoint> Generate(GeoPoint[] towns, string countryCode, int count, RandomNumbers random, DateTimeOffset asOf)
    {
        DateTimeOffset wholeSecond = asOf.AddTicks(-(asOf.Ticks % TimeSpan.TicksPerSecond));
        for (int number = 1; number <= count; number++)
        {
            CarrierReference carrier = Carriers[Draw(CarrierShares, random)];
            SyntheticKind kind = SyntheticKind.All[Draw(KindShares, random)];
            (int town, GeoPoint position) = DrawPosition(towns, countryCode, random);
            string carrierServicePointId = $"{countryCode}-{number}";
            yield return new ServicePoint
            {
                Id = ServicePointId.Derive(carrier.Code, carrierServicePointId),
                Name = $"{kind.Name} {number}",
                Carrier = carrier,
                CarrierServicePointId = carrierServicePointId,
                CarrierShopType = kind.CarrierShopType,
                GeneralShopType = kind.GeneralShopType,
                Address = new Address
                {
                    Street = "Synthetic street",
                    HouseNumber = $"{1 + random.Below(200)}",
                    PostalCode = $"SYN {town + 1:0000}",
                    City = $"Synthetic town {town + 1}",
                    CountryCode = countryCode,
                },
                Position = position,
                Contact = random.Below(2) == 0 ? Contact.None : new Contact($"point-{number}@{carrier.Code}.example.invalid", ""),
                OpeningTimes = random.Below(100) < UnknownHoursPercent ? OpeningTimes.None : kind.Weeks[random.Below(kind.Weeks.Length)],
                RefreshedAt = wholeSecond.AddSeconds(-DrawAgeSeconds(random)),
            };
        }
    }

    /// <summary>The index of one of the shares, which are 100 together, each as likely as it is large.</summary>
    private static int Draw(int[] shares, RandomNumbers random)
    {
        int left = random.Below(100);
        int index = 0;
        while (left >= shares[index])
        {
            left -= shares[index++];
        }

        return index;
    }

    private static int DrawAgeSeconds(RandomNumbers random)
    {
        int fresh = random.Below(RefreshedWithinDays * SecondsPerDay);
        return random.Below(100) < ExpiredPercent ? ((Carrier.DefaultFreshnessDays + 1) * SecondsPerDay) + fresh : fresh;
    }

    /// <summary>Draws until the position is told to be in the country, each time nearer to a town, so that small countries come out as well.</summary>
    private static (int Town, GeoPoint Position) DrawPosition(GeoPoint[] towns, string countryCode, RandomNumbers random)
    {
        double reach = ReachMeters;
        for (int attempt = 1; ; attempt++, reach /= 2)
        {
            int town = random.Below(towns.Length);
            GeoPoint position = DrawAround(towns[town], reach, random);
            if (attempt == Attempts || KnownPlaces.NearestTo(position).CountryCode == countryCode)
            {
                return (town, position);
            }
        }
    }

    /// <summary>A position in a circle, denser towards its middle, to six decimals.</summary>
    private static GeoPoint DrawAround(GeoPoint middle, double radiusMeters, RandomNumbers random)
    {
        double north, east;
        do
        {
            (north, east) = ((2 * random.Fraction()) - 1, (2 * random.Fraction()) - 1);
        }
        while ((north * north) + (east * east) > 1);

        double meters = radiusMeters * random.Fraction();
        double latitude = middle.Latitude + (north * meters / MetersPerDegreeNorth);
        double longitude = middle.Longitude + (east * meters / MetersPerDegreeEast(middle.Latitude));
        return new GeoPoint
        {
            Latitude = Math.Clamp(Math.Round(latitude, 6), -90, 90),
            Longitude = Math.Round(Math.IEEERemainder(longitude, 360), 6),
        };
    }

    /// <summary>By the haversine, which is the same on every machine, other than a cosine. No known town is at a pole.</summary>
    private static double MetersPerDegreeEast(double latitude) =>
        Haversine.DistanceMeters(new GeoPoint { Latitude = latitude, Longitude = 0 }, new GeoPoint { Latitude = latitude, Longitude = 1 });
}

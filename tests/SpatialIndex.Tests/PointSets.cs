namespace SpatialIndex.Tests;

/// <summary>Seeded sets of points: the same arguments always give the same points.</summary>
internal static class PointSets
{
    /// <summary>More than 64, so that class sets need several words; read as 30 carriers with 5 types each.</summary>
    public const int ManyClasses = 150;

    public const int TypesPerCarrier = 5;

    /// <summary>Expiries lie from 0 to below this, but for a few that are the least and the greatest value there is.</summary>
    public const int ExpiryEnd = 100;

    public static TheoryData<Distribution> All => [.. Enum.GetValues<Distribution>()];

    public static TestPoint[] Make(Distribution distribution, int count, int seed, int classCount = ManyClasses)
    {
        var random = new Random(seed);
        var points = new TestPoint[count];
        GeoPoint[] positions = Positions(distribution, count, random);
        for (int i = 0; i < count; i++)
        {
            points[i] = new TestPoint(IdOf(i), positions[i], RandomClass(random, classCount), RandomExpiry(random));
        }

        return points;
    }

    public static KdTree Build(IEnumerable<TestPoint> points, int classCount = ManyClasses)
    {
        var builder = new KdTreeBuilder(classCount);
        foreach (TestPoint point in points)
        {
            builder.Add(point.Id, point.Position, point.Class, point.Expiry);
        }

        return builder.Build();
    }

    public static GeoPoint RandomPosition(Distribution distribution, Random random) => distribution switch
    {
        Distribution.Uniform => Uniform(random),
        Distribution.Meridian => Geo.At((180 * random.NextDouble()) - 90, 4.8357),
        Distribution.Antimeridian => Antimeridian(random),
        Distribution.Poles => Pole(random),
        _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "This distribution depends on the points before."),
    };

    /// <summary>The position moved by about so many metres in a random direction.</summary>
    public static GeoPoint Near(GeoPoint position, double meters, Random random)
    {
        const double MetersPerDegree = Haversine.EarthRadiusMeters * Math.PI / 180;
        double north = Gaussian(random) * meters / MetersPerDegree;
        double east = Gaussian(random) * meters / MetersPerDegree / Math.Max(1e-9, Math.Cos(double.DegreesToRadians(position.Latitude)));
        return Geo.Wrap(position.Latitude + north, position.Longitude + east);
    }

    /// <summary>Distinct, of both signs and without relation to the place: an odd factor permutes the 64-bit numbers.</summary>
    private static long IdOf(int index) => unchecked((long)((ulong)index * 0x9E3779B97F4A7C15UL));

    private static GeoPoint[] Positions(Distribution distribution, int count, Random random) => distribution switch
    {
        Distribution.Towns => Towns(count, random),
        Distribution.Duplicates => Duplicates(count, random),
        Distribution.Mixed => Mixed(count, random),
        _ => Fill(count, () => RandomPosition(distribution, random)),
    };

    private static GeoPoint Uniform(Random random) =>
        Geo.At(double.RadiansToDegrees(Math.Asin((2 * random.NextDouble()) - 1)), (360 * random.NextDouble()) - 180);

    /// <summary>Gaussian clusters from the size of a yard to that of a region.</summary>
    private static GeoPoint[] Towns(int count, Random random)
    {
        GeoPoint[] centers = Fill(20 + (count / 2000), () => Uniform(random));
        return Fill(count, () =>
        {
            int town = random.Next(centers.Length);
            return Near(centers[town], Math.Pow(10, town % 6), random);
        });
    }

    /// <summary>A few places that hold all the points.</summary>
    private static GeoPoint[] Duplicates(int count, Random random)
    {
        GeoPoint[] places = [Geo.At(0, 180), Geo.At(0, -180), Geo.At(90, 0), .. Fill(9, () => Uniform(random))];
        return Fill(count, () => places[random.Next(places.Length)]);
    }

    /// <summary>Up to a degree on either side of the antimeridian, every fourth point exactly on it.</summary>
    private static GeoPoint Antimeridian(Random random)
    {
        double latitude = (180 * random.NextDouble()) - 90;
        double distance = random.Next(4) == 0 ? 0 : Math.Pow(10, -8 * random.NextDouble());
        return Geo.At(latitude, random.Next(2) == 0 ? 180 - distance : distance - 180);
    }

    /// <summary>Up to five degrees from a pole, every eighth point exactly on it, with any longitude.</summary>
    private static GeoPoint Pole(Random random)
    {
        double distance = random.Next(8) == 0 ? 0 : 5 * Math.Pow(10, -8 * random.NextDouble());
        return Geo.At(random.Next(2) == 0 ? 90 - distance : distance - 90, (360 * random.NextDouble()) - 180);
    }

    private static GeoPoint[] Mixed(int count, Random random)
    {
        GeoPoint[] towns = Towns(count, random);
        Distribution[] others = [Distribution.Uniform, Distribution.Meridian, Distribution.Antimeridian, Distribution.Poles];
        for (int i = 0; i < count; i++)
        {
            int kind = random.Next(10);
            towns[i] = kind < others.Length ? RandomPosition(others[kind], random)
                : kind == 4 ? towns[random.Next(count)]
                : towns[i];
        }

        return towns;
    }

    /// <summary>Low numbers are frequent and high ones rare, like carriers.</summary>
    private static int RandomClass(Random random, int classCount) =>
        (int)(classCount * Math.Pow(random.NextDouble(), 3));

    private static long RandomExpiry(Random random) => random.Next(10) switch
    {
        0 => long.MinValue,
        1 => long.MaxValue,
        _ => random.Next(ExpiryEnd),
    };

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static GeoPoint[] Fill(int count, Func<GeoPoint> next)
    {
        var points = new GeoPoint[count];
        for (int i = 0; i < count; i++)
        {
            points[i] = next();
        }

        return points;
    }
}

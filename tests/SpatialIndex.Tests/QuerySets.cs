namespace SpatialIndex.Tests;

/// <summary>Seeded queries about a set of points: places, radii, boxes and filters, with the awkward ones among them.</summary>
internal static class QuerySets
{
    public static IEnumerable<GeoPoint> Centers(TestPoint[] points, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 6; i++)
        {
            GeoPoint position = points[random.Next(points.Length)].Position;
            yield return position;
            yield return PointSets.Near(position, Math.Pow(10, i), random);
            yield return PointSets.RandomPosition(Distribution.Uniform, random);
            yield return PointSets.RandomPosition(Distribution.Antimeridian, random);
            yield return PointSets.RandomPosition(Distribution.Poles, random);
        }

        foreach (double latitude in (double[])[-90, 0, 90])
        {
            foreach (double longitude in (double[])[-180, 0, 180])
            {
                yield return Geo.At(latitude, longitude);
            }
        }
    }

    /// <summary>From nothing to beyond half the circumference, and the exact distance of some points.</summary>
    public static IEnumerable<double> Radii(TestPoint[] points, GeoPoint center, Random random) =>
    [
        0,
        .. Enumerable.Range(0, 6).Select(power => Math.Pow(10, power + (2 * random.NextDouble()))),
        .. Enumerable.Range(0, 4).Select(_ => Haversine.DistanceMeters(center, points[random.Next(points.Length)].Position)),
        Haversine.MaxDistanceMeters,
        Haversine.MaxDistanceMeters + 1,
        double.PositiveInfinity,
    ];

    public static IEnumerable<BoundingBox> Boxes(TestPoint[] points, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 6; i++)
        {
            GeoPoint position = points[random.Next(points.Length)].Position;
            yield return Around(position, Math.Pow(10, i - 4), random);
            yield return BoundingBox.FromCorners(position, position);
            yield return Geo.Box(-90, position.Longitude, 90, position.Longitude);
            yield return Geo.Box(position.Latitude, -180, position.Latitude, 180);
            yield return Around(PointSets.RandomPosition(Distribution.Uniform, random), 60, random);
            yield return Around(Geo.At(0, 180), 10 * (i + 1), random);
            yield return Geo.Box(-80, 170 - (60 * i), 70, 160 - (60 * i));
            yield return Geo.Box(-60, -175 + (25 * i), 80, 175 - (3 * i));
        }

        yield return Geo.Box(-90, -180, 90, 180);
        yield return Geo.Box(-90, 180, 90, -180);
        yield return Geo.Box(-90, 180, 90, 180);
        yield return Geo.Box(-90, -180, 90, -180);
        yield return Geo.Box(0, 170, 90, 180);
        yield return Geo.Box(-90, -180, 0, -170);
        yield return Geo.Box(-90, 0, 90, 180);
        yield return Geo.Box(-90, -90, 90, 90);
        yield return Geo.Box(-90, 90, 90, -90);
        yield return Geo.Box(89.9, -180, 90, 180);
        yield return Geo.Box(90, -180, 90, 180);
        yield return Geo.Box(-90, 20, -85, 130);
        yield return Geo.Box(-90, -40, -90, -40);
    }

    public static PointFilter[] Filters(int classCount)
    {
        ClassSet everyThird = ClassSet.Where(classCount, number => number % 3 == 0);
        ClassSet rare = ClassSet.Of(classCount, classCount - 1);
        return
        [
            default,
            new PointFilter { Classes = everyThird },
            new PointFilter { Classes = rare },
            new PointFilter { NotExpiredAt = PointSets.ExpiryEnd / 2 },
            new PointFilter { NotExpiredAt = long.MaxValue },
            new PointFilter { Classes = everyThird, NotExpiredAt = PointSets.ExpiryEnd - 10 },
            new PointFilter { Classes = ClassSet.Of(classCount) },
        ];
    }

    /// <summary>A box that reaches up to so many degrees from a place to each side.</summary>
    public static BoundingBox Around(GeoPoint position, double degrees, Random random)
    {
        GeoPoint southWest = Geo.Wrap(
            position.Latitude - (degrees * random.NextDouble()), position.Longitude - (degrees * random.NextDouble()));
        GeoPoint northEast = Geo.Wrap(
            position.Latitude + (degrees * random.NextDouble()), position.Longitude + (degrees * random.NextDouble()));
        return BoundingBox.FromCorners(southWest, northEast);
    }
}

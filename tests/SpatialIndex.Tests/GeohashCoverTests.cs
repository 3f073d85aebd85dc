using FsCheck.Xunit;

namespace SpatialIndex.Tests;

[Properties(Arbitrary = [typeof(GeoArbitraries)], MaxTest = 500, Replay = "1033,2053")]
public sealed class GeohashCoverTests
{
    private const int MaxCells = 4096;

    [Property]
    public void CoverBox_AnyPointInside_IsInACell(BoundingBox box, int seed)
    {
        var random = new Random(seed);
        foreach (int length in LengthsWithin(box))
        {
            var cells = Geohash.CoverBox(box, length, MaxCells).ToHashSet();
            foreach (GeoPoint point in PointsIn(box, random))
            {
                Assert.True(cells.Contains(Geohash.Encode(point, length)), $"Length {length} of {box} misses {point}.");
            }
        }
    }

    [Property]
    public void CoverBox_EveryCell_MeetsTheBoxOnce(BoundingBox box)
    {
        foreach (int length in LengthsWithin(box))
        {
            IReadOnlyList<string> cells = Geohash.CoverBox(box, length, MaxCells);

            Assert.Equal(cells.Count, cells.Distinct().Count());
            Assert.All(cells, geohash => Assert.True(Meet(box, Geohash.Decode(geohash)), $"{geohash} does not meet {box}."));
        }
    }

    [Theory]
    [InlineData(-10, 170, 10, 180, "r 2 x 8")]
    [InlineData(-10, -180, 10, -170, "r 2 x 8")]
    [InlineData(-10, 180, 10, 180, "r 2 x 8")]
    [InlineData(-10, 170, 10, -170, "r 2 x 8")]
    [InlineData(-10, 180, 10, -180, "r 2 x 8")]
    [InlineData(1, -180, 10, 180, "8 9 d e s t w x")]
    [InlineData(1, -100, 10, -110, "9 d e s t w x 8")]
    [InlineData(1, -180, 10, 140, "x 8 9 d e s t w")]
    [InlineData(1, -140, 10, 180, "8 9 d e s t w x")]
    [InlineData(1, 1, 2, 2, "s")]
    [InlineData(45, 45, 45, 45, "v")]
    [InlineData(0, 0, 45, 45, "s t u v")]
    [InlineData(90, 10, 90, 50, "u v")]
    [InlineData(-90, 10, -90, 50, "h j")]
    public void CoverBox_KnownBox_IsTheKnownCells(double south, double west, double north, double east, string cells) =>
        Assert.Equal(
            cells.Split(' ').Order(StringComparer.Ordinal),
            Geohash.CoverBox(Geo.Box(south, west, north, east), 1).Order(StringComparer.Ordinal));

    [Fact]
    public void CoverBox_OverTheAntimeridian_GoesSouthToNorthAndWestToEast() =>
        Assert.Equal("r 2 x 8".Split(' '), Geohash.CoverBox(Geo.Box(-10, 170, 10, -170), 1));

    [Property]
    public void CoverCircle_AnyPointWithin_IsInACell(GeoPoint center, RadiusMeters radius, int seed)
    {
        var random = new Random(seed);
        foreach (int length in LengthsWithin(BoundingBox.Enclosing(center, radius.Value)))
        {
            var cells = Geohash.CoverCircle(center, radius.Value, length, MaxCells).ToHashSet();
            for (int i = 0; i < 50; i++)
            {
                GeoPoint point = Sphere.Travel(center, radius.Value * Math.Sqrt(random.NextDouble()), 360 * random.NextDouble());
                if (Haversine.DistanceMeters(center, point) <= radius.Value)
                {
                    bool isCovered = cells.Contains(Geohash.Encode(point, length));
                    Assert.True(isCovered, $"Length {length}, {radius.Value:R} m around {center} misses {point}.");
                }
            }
        }
    }

    [Property]
    public void CoverCircle_NearestPointOfACellExactlyAtTheRadius_IsInACell(GeoPoint anywhere)
    {
        const int Length = 5;
        GeoPoint center = anywhere with { Latitude = 0.8 * anywhere.Latitude };
        foreach (string geohash in Geohash.CoverCircle(center, 2000, Length))
        {
            // On a meridian the nearest point is the crest of a sine wave, so flat that rounding decides between its neighbours.
            double meridian = Geohash.Decode(geohash).SouthWest.Longitude;
            (double sin, double cos) = Math.SinCos(double.DegreesToRadians(center.Latitude));
            double crest = double.RadiansToDegrees(Math.Atan2(sin, cos * Math.Cos(double.DegreesToRadians(meridian - center.Longitude))));
            foreach (double offset in (double[])[0, 1e-12, -1e-12, 1e-10, -1e-10, 1e-9])
            {
                GeoPoint point = Geo.At(crest + offset, meridian);
                double radius = Haversine.DistanceMeters(center, point);
                Assert.Contains(Geohash.Encode(point, Length), Geohash.CoverCircle(center, radius, Length));
            }
        }
    }

    [Property]
    public void CoverCircle_EveryCell_ReachesIntoTheCircle(GeoPoint center, RadiusMeters radius)
    {
        foreach (int length in LengthsWithin(BoundingBox.Enclosing(center, radius.Value), maxCells: 300))
        {
            IReadOnlyList<string> cells = Geohash.CoverCircle(center, radius.Value, length, MaxCells);

            Assert.Equal(cells.Count, cells.Distinct().Count());
            Assert.All(cells, geohash => AssertReaches(center, radius.Value, geohash));
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(1)]
    public void Cover_MoreCellsThanAllowed_ThrowsWithTheNumber(int maxCells)
    {
        var globe = Geo.Box(-90, -180, 90, 180);
        Assert.Equal(32, Geohash.CoverBox(globe, 1, 32).Count);

        Action[] covers =
        [
            () => Geohash.CoverBox(globe, 1, maxCells),
            () => Geohash.CoverCircle(Geo.At(0, 0), 2e7, 1, maxCells),
        ];
        foreach (Action cover in covers)
        {
            var exception = Assert.Throws<ArgumentException>(cover);
            Assert.Equal("length", exception.ParamName);
            Assert.Contains($"8 x 4 cells of length 1 would be needed, more than {maxCells};", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void CoverBox_GlobeInTheSmallestCells_Throws() =>
        Assert.Throws<ArgumentException>(() => Geohash.CoverBox(Geo.Box(-90, -180, 90, 180), Geohash.MaxLength, int.MaxValue));

    [Theory]
    [InlineData(0, 1, 1, "length")]
    [InlineData(13, 1, 1, "length")]
    [InlineData(5, 0, 1, "maxCells")]
    [InlineData(5, -1, 1, "maxCells")]
    [InlineData(5, 1, -1, "radiusMeters")]
    [InlineData(5, 1, double.NaN, "radiusMeters")]
    public void Cover_ArgumentOutOfRange_ThrowsNamingIt(int length, int maxCells, double radius, string parameter)
    {
        Action cover = parameter == "radiusMeters"
            ? () => Geohash.CoverCircle(Geo.At(0, 0), radius, length, maxCells)
            : () => Geohash.CoverBox(Geo.Box(0, 0, 1, 1), length, maxCells);

        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(cover).ParamName);
    }

    /// <summary>The lengths with no more cells than so many, by their size alone.</summary>
    private static IEnumerable<int> LengthsWithin(BoundingBox box, int maxCells = MaxCells) =>
        Enumerable.Range(1, Geohash.MaxLength).Where(length =>
        {
            BoundingBox cell = Geohash.Decode(new string('0', length));
            double columns = (box.WidthDegrees / cell.WidthDegrees) + 2;
            double rows = ((box.NorthEast.Latitude - box.SouthWest.Latitude) / (cell.NorthEast.Latitude + 90)) + 2;
            return columns * rows <= maxCells;
        });

    /// <summary>Points inside, on the edges, on the corners, and on the antimeridian with either sign.</summary>
    private static IEnumerable<GeoPoint> PointsIn(BoundingBox box, Random random)
    {
        double[] parts = [0, 1, .. Enumerable.Range(0, 4).Select(_ => random.NextDouble())];
        foreach (double north in parts)
        {
            foreach (double east in parts)
            {
                double latitude = double.Lerp(box.SouthWest.Latitude, box.NorthEast.Latitude, north);
                GeoPoint inside = Geo.Wrap(latitude, box.SouthWest.Longitude + (box.WidthDegrees * east));
                GeoPoint[] points = [inside, Geo.At(inside.Latitude, 180), Geo.At(inside.Latitude, -180)];
                foreach (GeoPoint point in points.Where(box.Contains))
                {
                    yield return point;
                }
            }
        }
    }

    private static bool Meet(BoundingBox box, BoundingBox cell) =>
        box.SouthWest.Latitude <= cell.NorthEast.Latitude
        && box.NorthEast.Latitude >= cell.SouthWest.Latitude
        && (box.Contains(box.SouthWest with { Longitude = cell.SouthWest.Longitude })
            || cell.Contains(cell.SouthWest with { Longitude = box.SouthWest.Longitude }));

    /// <summary>The nearest point of the cell lies at most half a step in latitude and in longitude from one of a grid of points.</summary>
    private static void AssertReaches(GeoPoint center, double radiusMeters, string geohash)
    {
        const int Steps = 16;
        BoundingBox cell = Geohash.Decode(geohash);
        double height = (cell.NorthEast.Latitude - cell.SouthWest.Latitude) / Steps;
        double width = cell.WidthDegrees / Steps;
        double slack = double.DegreesToRadians((height + width) / 2) * Haversine.EarthRadiusMeters;
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < (Steps + 1) * (Steps + 1) && nearest > radiusMeters; i++)
        {
            double north = i / (Steps + 1) * height;
            double east = i % (Steps + 1) * width;
            GeoPoint point = Geo.At(cell.SouthWest.Latitude + north, cell.SouthWest.Longitude + east);
            nearest = Math.Min(nearest, Haversine.DistanceMeters(center, point));
        }

        Assert.True(nearest <= radiusMeters + slack, $"{geohash} is {nearest:R} m from {center}, beyond {radiusMeters:R} m.");
    }
}

namespace SpatialIndex.Tests;

public sealed class InsideBoxTests
{
    private const int Seed = 9109;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Excludes_AVectorOfAPointInTheBox_IsFalse(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 2000, Seed);
        foreach (BoundingBox box in QuerySets.Boxes(points, Seed))
        {
            var area = new InsideBox(box);
            foreach (TestPoint point in points.Where(point => area.Contains(point.Position.Latitude, point.Position.Longitude)))
            {
                Assert.False(area.Excludes(BoundsOf(point.Position)), $"Seed {Seed}: {box} excludes {point.Position}.");
            }
        }
    }

    [Fact]
    public void Excludes_PointsOnTheEdges_IsFalse()
    {
        var random = new Random(Seed);
        for (int i = 0; i < 100_000; i++)
        {
            GeoPoint center = PointSets.RandomPosition(Distribution.Uniform, random);
            BoundingBox box = QuerySets.Around(center, 180 * random.NextDouble(), random);
            var area = new InsideBox(box);
            double latitude = double.Lerp(box.SouthWest.Latitude, box.NorthEast.Latitude, random.NextDouble());
            GeoPoint west = Geo.At(latitude, box.SouthWest.Longitude);
            GeoPoint east = west with { Longitude = box.NorthEast.Longitude };
            GeoPoint[] onEdges = [box.SouthWest, box.NorthEast, west, east];
            Assert.All(onEdges, point => Assert.False(area.Excludes(BoundsOf(point)), $"Seed {Seed}: {box} excludes {point}."));
        }
    }

    [Theory]
    [InlineData(40, 0, 50, 10)]
    [InlineData(-10, 170, 10, -170)]
    [InlineData(-10, -100, 10, 170)]
    [InlineData(-10, 60, 10, 50)]
    [InlineData(-10, -90, 10, 90)]
    public void Excludes_PointsWellOutside_IsTrue(double south, double west, double north, double east)
    {
        BoundingBox box = Geo.Box(south, west, north, east);
        var area = new InsideBox(box);
        double middle = (south + north) / 2;

        Assert.True(area.Excludes(BoundsOf(Geo.At(south - 0.01, west))));
        Assert.True(area.Excludes(BoundsOf(Geo.At(north + 0.01, west))));
        Assert.True(area.Excludes(BoundsOf(Geo.Wrap(middle, west - 0.01))));
        Assert.True(area.Excludes(BoundsOf(Geo.Wrap(middle, east + 0.01))));
    }

    [Fact]
    public void Excludes_NodeAroundTheWholeSphere_IsFalse()
    {
        float[] sphere = [-1, 1, -1, 1, -1, 1];

        Assert.False(new InsideBox(Geo.Box(1, 1, 1, 1)).Excludes(sphere));
        Assert.False(default(Everywhere).Excludes(sphere));
    }

    private static float[] BoundsOf(GeoPoint point)
    {
        var vector = new UnitVector(point);
        return [(float)vector.X, (float)vector.X, (float)vector.Y, (float)vector.Y, (float)vector.Z, (float)vector.Z];
    }
}

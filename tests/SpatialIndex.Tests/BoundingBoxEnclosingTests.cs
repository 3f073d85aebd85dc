using FsCheck.Xunit;

namespace SpatialIndex.Tests;

[Properties(Arbitrary = [typeof(GeoArbitraries)], MaxTest = 2000, Replay = "1019,2027")]
public sealed class BoundingBoxEnclosingTests
{
    [Property]
    public void Enclosing_AnyPointWithinTheRadius_IsInside(GeoPoint center, RadiusMeters radius, int seed)
    {
        BoundingBox box = BoundingBox.Enclosing(center, radius.Value);

        var random = new Random(seed);
        for (int i = 0; i < 100; i++)
        {
            // Half of the points lie on the circle itself, where the box is tight.
            double distance = radius.Value * (i % 2 == 0 ? 1 : Math.Sqrt(random.NextDouble()));
            GeoPoint point = Sphere.Travel(center, distance, 360 * random.NextDouble());
            if (Haversine.DistanceMeters(center, point) <= radius.Value)
            {
                Assert.True(box.Contains(point), $"{box} around {center} misses {point}.");
            }
        }
    }

    [Property]
    public void Enclosing_AnyOtherPointWithinItsDistance_IsInside(GeoPoint center, GeoPoint point)
    {
        double distance = Haversine.DistanceMeters(center, point);

        // Nearer to the antipode the haversine itself is off by up to 10 cm.
        if (distance < 0.99 * Haversine.MaxDistanceMeters)
        {
            Assert.True(BoundingBox.Enclosing(center, distance).Contains(point));
        }
    }

    [Fact]
    public void Enclosing_CircleThatAlmostTouchesThePoles_HoldsItsEasternmostPoint()
    {
        // On the equator the circle reaches as far east as its radius.
        var center = Geo.At(0, 0);
        for (int i = 1; i <= 1000; i++)
        {
            var point = Geo.At(0, 90 - (i * 1e-8));
            double radius = Haversine.DistanceMeters(center, point);
            Assert.True(BoundingBox.Enclosing(center, radius).Contains(point), $"The box of radius {radius:R} m misses {point}.");
        }
    }

    [Property]
    public void Enclosing_SmallCircle_IsTight(GeoPoint center, RadiusMeters radius)
    {
        BoundingBox box = BoundingBox.Enclosing(center, radius.Value);
        double degrees = double.RadiansToDegrees(radius.Value / Haversine.EarthRadiusMeters);

        if (Math.Abs(center.Latitude) + degrees < 89)
        {
            Assert.Equal(center.Latitude - degrees, box.SouthWest.Latitude, 1e-9);
            Assert.Equal(center.Latitude + degrees, box.NorthEast.Latitude, 1e-9);

            // The meridian of either edge touches the circle in one point.
            double sine = Math.Sin(double.DegreesToRadians(box.WidthDegrees / 2)) * Math.Cos(double.DegreesToRadians(center.Latitude));
            Assert.Equal(Math.Sin(double.DegreesToRadians(degrees)), sine, 1e-9);
        }
    }

    [Theory]
    [InlineData(89, 0, 112_000)]
    [InlineData(-89, 50, 112_000)]
    [InlineData(90, 0, 0)]
    [InlineData(-90, 180, 1)]
    [InlineData(10, 10, Haversine.MaxDistanceMeters)]
    [InlineData(10, 10, double.PositiveInfinity)]
    public void Enclosing_CircleOverAPole_HasAllLongitudes(double latitude, double longitude, double radius) =>
        Assert.Equal(360, BoundingBox.Enclosing(Geo.At(latitude, longitude), radius).WidthDegrees);

    [Theory]
    [InlineData(Haversine.MaxDistanceMeters)]
    [InlineData(double.PositiveInfinity)]
    public void Enclosing_HalfTheCircumferenceOrMore_IsTheGlobe(double radius) =>
        Assert.Equal(Geo.Box(-90, -180, 90, 180), BoundingBox.Enclosing(Geo.At(12, 34), radius));

    [Theory]
    [InlineData(179.99, true)]
    [InlineData(180, true)]
    [InlineData(-180, true)]
    [InlineData(-179.99, true)]
    [InlineData(179, false)]
    public void Enclosing_NearTheAntimeridian_CrossesItWhenTheCircleDoes(double longitude, bool crosses) =>
        Assert.Equal(crosses, BoundingBox.Enclosing(Geo.At(0, longitude), 2000).CrossesAntimeridian);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Enclosing_RadiusNegativeOrNotANumber_Throws(double radius)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => BoundingBox.Enclosing(Geo.At(0, 0), radius));
        Assert.StartsWith("A radius is 0 metres or more.", exception.Message, StringComparison.Ordinal);

        Assert.Equal("radiusMeters", exception.ParamName);
    }
}

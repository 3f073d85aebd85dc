using FsCheck.Xunit;

namespace SpatialIndex.Tests;

[Properties(Arbitrary = [typeof(GeoArbitraries)], MaxTest = 2000, Replay = "1013,2017")]
public sealed class BoundingBoxTests
{
    [Theory]
    [InlineData(45, 5, true)]
    [InlineData(40, 0, true)]
    [InlineData(50, 10, true)]
    [InlineData(40, 10, true)]
    [InlineData(50, 0, true)]
    [InlineData(39.99999999999999, 5, false)]
    [InlineData(50.00000000000001, 5, false)]
    [InlineData(45, -5e-324, false)]
    [InlineData(45, 10.000000000000002, false)]
    [InlineData(45, 180, false)]
    public void Contains_OrdinaryBox_HoldsItsInsideAndEdges(double latitude, double longitude, bool isInside) =>
        Assert.Equal(isInside, Geo.Box(40, 0, 50, 10).Contains(Geo.At(latitude, longitude)));

    [Theory]
    [InlineData(170, true)]
    [InlineData(180, true)]
    [InlineData(-180, true)]
    [InlineData(-170, true)]
    [InlineData(169.99999999999997, false)]
    [InlineData(-169.99999999999997, false)]
    [InlineData(0, false)]
    public void Contains_BoxOverTheAntimeridian_HoldsBothSides(double longitude, bool isInside) =>
        Assert.Equal(isInside, Geo.Box(-10, 170, 10, -170).Contains(Geo.At(0, longitude)));

    [Theory]
    [InlineData(170, 180)]
    [InlineData(-180, -170)]
    [InlineData(180, 180)]
    [InlineData(-180, -180)]
    [InlineData(180, -180)]
    [InlineData(-180, 180)]
    [InlineData(170, -180)]
    [InlineData(180, -170)]
    public void Contains_EdgeOnTheAntimeridian_HoldsBothSignsOfIt(double west, double east)
    {
        BoundingBox box = Geo.Box(-10, west, 10, east);

        Assert.True(box.Contains(Geo.At(0, 180)));
        Assert.True(box.Contains(Geo.At(0, -180)));
    }

    [Property]
    public void Contains_AnyBox_TreatsBothSignsOfTheAntimeridianAlike(BoundingBox box, GeoPoint point) =>
        Assert.Equal(box.Contains(point with { Longitude = 180 }), box.Contains(point with { Longitude = -180 }));

    [Property]
    public void Contains_AnyPoint_IsWithinTheWidthEastOfTheWesternEdge(BoundingBox box, GeoPoint point)
    {
        double east = point.Longitude - box.SouthWest.Longitude;
        bool isOnEdge = point.Longitude == box.SouthWest.Longitude
            || point.Longitude == box.NorthEast.Longitude
            || Math.Abs(point.Longitude) == 180;
        bool isInside = (east < 0 ? east + 360 : east) <= box.WidthDegrees
            && point.Latitude >= box.SouthWest.Latitude
            && point.Latitude <= box.NorthEast.Latitude;

        if (!isOnEdge)
        {
            Assert.Equal(isInside, box.Contains(point));
        }
    }

    [Property]
    public void Contains_Corners_AreInside(BoundingBox box)
    {
        Assert.True(box.Contains(box.SouthWest));
        Assert.True(box.Contains(box.NorthEast));
        Assert.True(box.Contains(Geo.At(box.SouthWest.Latitude, box.NorthEast.Longitude)));
        Assert.True(box.Contains(Geo.At(box.NorthEast.Latitude, box.SouthWest.Longitude)));
    }

    [Theory]
    [InlineData(0, 10, 10, false)]
    [InlineData(170, -170, 20, true)]
    [InlineData(10, 0, 350, true)]
    [InlineData(-180, 180, 360, false)]
    [InlineData(180, -180, 0, true)]
    [InlineData(7, 7, 0, false)]
    [InlineData(-90, 90, 180, false)]
    public void WidthDegrees_AnyBox_GoesEast(double west, double east, double width, bool crosses)
    {
        BoundingBox box = Geo.Box(0, west, 1, east);

        Assert.Equal((width, crosses), (box.WidthDegrees, box.CrossesAntimeridian));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 0, 0, 90, Haversine.MaxDistanceMeters / 2)]
    [InlineData(-1, 20, 1, 20, Haversine.MaxDistanceMeters / 90)]
    [InlineData(0, 179, 0, -179, Haversine.MaxDistanceMeters / 90)]
    [InlineData(-90, -180, 90, 180, Haversine.MaxDistanceMeters)]
    public void DiagonalMeters_AnyBox_IsTheDistanceOfTheCorners(double south, double west, double north, double east, double expected) =>
        Assert.Equal(expected, Geo.Box(south, west, north, east).DiagonalMeters, 1e-6);

    [Fact]
    public void FromCorners_SouthAboveNorth_ThrowsNamingBothCorners()
    {
        var exception = Assert.Throws<ArgumentException>(() => Geo.Box(10.5, 1, 10.25, 2));

        Assert.Equal("southWest", exception.ParamName);
        Assert.Contains("10.5, 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("10.25, 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromCorners_Valid_KeepsTheCorners()
    {
        var box = BoundingBox.FromCorners(Geo.At(1, 2), Geo.At(3, 4));

        Assert.Equal((Geo.At(1, 2), Geo.At(3, 4)), (box.SouthWest, box.NorthEast));
        Assert.Equal(Geo.Box(1, 2, 3, 4), box);
    }
}

using FsCheck.Xunit;

namespace SpatialIndex.Tests;

[Properties(Arbitrary = [typeof(GeoArbitraries)], MaxTest = 2000, Replay = "1009,2011")]
public sealed class HaversineTests
{
    public static TheoryData<double, double, double, double, double> References => HaversineReferences.All;

    [Property]
    public void DistanceMeters_ToItself_IsZero(GeoPoint point) => Assert.Equal(0, Haversine.DistanceMeters(point, point));

    [Property]
    public void DistanceMeters_ThereAndBack_AreTheSameNumber(GeoPoint a, GeoPoint b) =>
        Assert.Equal(Haversine.DistanceMeters(a, b), Haversine.DistanceMeters(b, a));

    [Property]
    public void DistanceMeters_AnyPair_IsInRange(GeoPoint a, GeoPoint b) =>
        Assert.InRange(Haversine.DistanceMeters(a, b), 0, Haversine.MaxDistanceMeters);

    [Property]
    public void DistanceMeters_OverAThirdPoint_IsNotShorter(GeoPoint a, GeoPoint b, GeoPoint c) =>
        Assert.True(Haversine.DistanceMeters(a, b) <= Haversine.DistanceMeters(a, c) + Haversine.DistanceMeters(c, b) + 0.5);

    [Property]
    public void DistanceMeters_NotNearAntipodes_AgreesWithTheVincentyForm(GeoPoint a, GeoPoint b)
    {
        double expected = VincentyMeters(a, b);

        if (expected < 0.999 * Haversine.MaxDistanceMeters)
        {
            Assert.InRange(Haversine.DistanceMeters(a, b), (expected * (1 - 1e-6)) - 1e-6, (expected * (1 + 1e-6)) + 1e-6);
        }
    }

    [Property]
    public void DistanceMeters_MirroredOrTurned_DoesNotChange(GeoPoint a, GeoPoint b)
    {
        double expected = Haversine.DistanceMeters(a, b);

        Assert.Equal(expected, Haversine.DistanceMeters(Geo.At(-a.Latitude, -a.Longitude), Geo.At(-b.Latitude, -b.Longitude)));
        GeoPoint turnedA = Geo.Wrap(a.Latitude, a.Longitude + 90);
        GeoPoint turnedB = Geo.Wrap(b.Latitude, b.Longitude + 90);
        Assert.Equal(expected, Haversine.DistanceMeters(turnedA, turnedB), 0.5);
    }

    [Property]
    public void DistanceMeters_ToTheAntipode_IsHalfTheCircumference(GeoPoint point)
    {
        GeoPoint antipode = Geo.Wrap(-point.Latitude, point.Longitude + 180);

        // Near one, the arc sine turns one unit in the last place into 10 cm.
        Assert.Equal(Haversine.MaxDistanceMeters, Haversine.DistanceMeters(point, antipode), 0.5);
    }

    [Property]
    public void DistanceMeters_OnTheAntimeridian_TreatsBothSignsAlike(GeoPoint point, GeoPoint other)
    {
        GeoPoint east = other with { Longitude = 180 };
        GeoPoint west = other with { Longitude = -180 };

        Assert.Equal(0, Haversine.DistanceMeters(east, west));
        Assert.Equal(Haversine.DistanceMeters(point, east), Haversine.DistanceMeters(point, west));
    }

    [Theory]
    [InlineData(0, 0, 0, 1, Haversine.MaxDistanceMeters / 180)]
    [InlineData(0, 0, 1, 0, Haversine.MaxDistanceMeters / 180)]
    [InlineData(0, 0, 0, 90, Haversine.MaxDistanceMeters / 2)]
    [InlineData(0, 13, 90, -77, Haversine.MaxDistanceMeters / 2)]
    [InlineData(-90, 5, 90, 100, Haversine.MaxDistanceMeters)]
    [InlineData(0, 179.5, 0, -179.5, Haversine.MaxDistanceMeters / 180)]
    [InlineData(89, 0, 89, 180, Haversine.MaxDistanceMeters / 90)]
    [InlineData(60, 0, 60, 180, Haversine.MaxDistanceMeters / 3)]
    [InlineData(36.12, -86.67, 33.94, -118.40, 2887.2599506071106 / 6372.8 * Haversine.EarthRadiusMeters)]
    [InlineData(48.8566, 2.3522, 51.5074, -0.1278, 343_556.5)]
    public void DistanceMeters_KnownPair_IsTheKnownDistance(double lat1, double lon1, double lat2, double lon2, double expected) =>
        Assert.Equal(expected, Haversine.DistanceMeters(Geo.At(lat1, lon1), Geo.At(lat2, lon2)), 0.5);

    [Fact]
    public void DistanceMeters_AFewNanometresApart_KeepsItsDigits()
    {
        double meters = Haversine.DistanceMeters(Geo.At(1e-13, 0), Geo.At(0, 0));

        Assert.Equal(1e-13 * Haversine.MaxDistanceMeters / 180, meters, 1e-20);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void DistanceMeters_ReferencePair_IsRightToTheLastDigits(double lat1, double lon1, double lat2, double lon2, double expected)
    {
        // The arc sine of s passes an error of s on as 1 / √(1 − s²): to 20 cm at the antipode itself.
        double condition = 1 / Math.Abs(Math.Cos(expected / (2 * Haversine.EarthRadiusMeters)));
        double tolerance = Math.Min(0.2, 1e-15 * expected * condition);

        Assert.InRange(Haversine.DistanceMeters(Geo.At(lat1, lon1), Geo.At(lat2, lon2)), expected - tolerance, expected + tolerance);
    }

    [Theory]
    [InlineData(0, 180)]
    [InlineData(1e-9, 1e-6)]
    [InlineData(60, 60.000001)]
    [InlineData(90, 90.000001)]
    [InlineData(179.9, 180)]
    public void DistanceMeters_FartherAlongAGreatCircle_IsGreater(double firstDegrees, double lastDegrees)
    {
        const int Steps = 1000;
        double[] degrees = [.. Enumerable.Range(0, Steps + 1).Select(i => firstDegrees + (i * (lastDegrees - firstDegrees) / Steps))];
        double[] alongEquator = [.. degrees.Select(angle => Haversine.DistanceMeters(Geo.At(0, -90), Geo.At(0, angle - 90)))];
        double[] alongMeridian = [.. degrees.Select(angle => Haversine.DistanceMeters(Geo.At(-90, 3), Geo.At(angle - 90, 3)))];

        for (int i = 1; i <= Steps; i++)
        {
            Assert.True(alongEquator[i] > alongEquator[i - 1], $"{degrees[i]} degrees");
            Assert.True(alongMeridian[i] > alongMeridian[i - 1], $"{degrees[i]} degrees");
        }
    }

    [Fact]
    public void CosineOfDegrees_FromTheEquatorToThePole_FallsFromOneToZero()
    {
        double[] cosines = [.. Enumerable.Range(0, 9001).Select(i => Haversine.CosineOfDegrees(i / 100.0))];

        Assert.Equal(1, cosines[0]);
        Assert.Equal(0, cosines[^1]);
        for (int i = 1; i < cosines.Length; i++)
        {
            Assert.True(cosines[i] < cosines[i - 1], $"{i / 100.0} degrees");
            Assert.Equal(Math.Cos(double.DegreesToRadians(i / 100.0)), cosines[i], 5e-16);
        }
    }

    [Fact]
    public void CosineOfDegrees_AHairFromThePole_KeepsItsDigits()
    {
        double degrees = 90 - Math.BitDecrement(90);

        Assert.Equal(double.DegreesToRadians(degrees), Haversine.CosineOfDegrees(-Math.BitDecrement(90)), 1e-29);
    }

    [Fact]
    public void EarthRadius_IsTheMeanRadiusOfTheIugg() => Assert.Equal(6_371_008.8, Haversine.EarthRadiusMeters);

    /// <summary>T. Vincenty's formula for a sphere: well-conditioned everywhere.</summary>
    private static double VincentyMeters(GeoPoint a, GeoPoint b)
    {
        (double sin1, double cos1) = Math.SinCos(double.DegreesToRadians(a.Latitude));
        (double sin2, double cos2) = Math.SinCos(double.DegreesToRadians(b.Latitude));
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(b.Longitude - a.Longitude));
        double across = cos2 * sin;
        double along = (cos1 * sin2) - (sin1 * cos2 * cos);
        double sine = Math.Sqrt((across * across) + (along * along));
        double cosine = (sin1 * sin2) + (cos1 * cos2 * cos);
        return Haversine.EarthRadiusMeters * Math.Atan2(sine, cosine);
    }
}

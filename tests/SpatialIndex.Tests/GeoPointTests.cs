using System.Globalization;

namespace SpatialIndex.Tests;

public sealed class GeoPointTests
{
    [Theory]
    [InlineData(-90, -180)]
    [InlineData(90, 180)]
    [InlineData(0, 0)]
    [InlineData(45.764, 4.8357)]
    public void New_InRange_KeepsBothCoordinates(double latitude, double longitude)
    {
        var point = new GeoPoint { Latitude = latitude, Longitude = longitude };

        Assert.Equal((latitude, longitude), (point.Latitude, point.Longitude));
    }

    [Theory]
    [InlineData(90.00000000000001)]
    [InlineData(-90.00000000000001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void New_LatitudeOutOfRange_Throws(double latitude)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Geo.At(latitude, 0));
        Assert.StartsWith("A latitude is a number of degrees from -90 to 90.", exception.Message, StringComparison.Ordinal);

        Assert.Equal(nameof(GeoPoint.Latitude), exception.ParamName);
        Assert.Equal(latitude, exception.ActualValue);
    }

    [Theory]
    [InlineData(180.00000000000003)]
    [InlineData(-180.00000000000003)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void New_LongitudeOutOfRange_Throws(double longitude)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Geo.At(0, longitude));
        Assert.StartsWith("A longitude is a number of degrees from -180 to 180.", exception.Message, StringComparison.Ordinal);

        Assert.Equal(nameof(GeoPoint.Longitude), exception.ParamName);
        Assert.Equal(longitude, exception.ActualValue);
    }

    [Fact]
    public void With_CoordinateOutOfRange_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Geo.At(0, 0) with { Latitude = 91 });

    [Fact]
    public void Default_IsTheOrigin() => Assert.Equal(Geo.At(0, 0), default);

    [Theory]
    [InlineData(45.764, 4.8357, "45.764, 4.8357")]
    [InlineData(-0.1, 180, "-0.1, 180")]
    [InlineData(1e-7, -1.0 / 3, "1E-07, -0.3333333333333333")]
    public void ToString_AnyCulture_IsInvariantAndReadsBackTheSame(double latitude, double longitude, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = commas;

            Assert.Equal(expected, Geo.At(latitude, longitude).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

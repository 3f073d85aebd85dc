using FsCheck.Xunit;

namespace SpatialIndex.Tests;

[Properties(Arbitrary = [typeof(GeoArbitraries)], MaxTest = 1000, Replay = "1031,2039")]
public sealed class GeohashTests
{
    [Theory]
    [InlineData(57.64911, 10.40744, "u4pruydqqvj")]
    [InlineData(48.669, -4.329, "gbsuv")]
    [InlineData(42.6, -5.6, "ezs42")]
    [InlineData(37.8324, 112.5584, "ww8p1r4t8")]
    [InlineData(-25.382708, -49.265506, "6gkzwgjzn820")]
    [InlineData(0, 0, "s00000000000")]
    [InlineData(-1e-9, -1e-9, "7zzzzzzzzzzz")]
    [InlineData(-90, -180, "000000000000")]
    [InlineData(90, 180, "zzzzzzzzzzzz")]
    [InlineData(-90, 180, "pbpbpbpbpbpb")]
    [InlineData(90, -180, "bpbpbpbpbpbp")]
    public void Encode_KnownPoint_IsTheKnownGeohash(double latitude, double longitude, string geohash)
    {
        for (int length = 1; length <= geohash.Length; length++)
        {
            Assert.Equal(geohash[..length], Geohash.Encode(Geo.At(latitude, longitude), length));
        }
    }

    [Theory]
    [InlineData("ezs42", 42.5830078125, -5.625, 42.626953125, -5.5810546875)]
    [InlineData("s", 0, 0, 45, 45)]
    [InlineData("0", -90, -180, -45, -135)]
    [InlineData("z", 45, 135, 90, 180)]
    [InlineData("s0", 0, 0, 5.625, 11.25)]
    public void Decode_KnownGeohash_IsTheKnownCell(string geohash, double south, double west, double north, double east) =>
        Assert.Equal(Geo.Box(south, west, north, east), Geohash.Decode(geohash));

    [Property]
    public void Decode_EncodedPoint_ContainsIt(GeoPoint point)
    {
        for (int length = 1; length <= Geohash.MaxLength; length++)
        {
            BoundingBox cell = Geohash.Decode(Geohash.Encode(point, length));

            // On an edge the cell to the north or the east is meant, but at the end of the globe there is none.
            Assert.True(cell.Contains(point));
            Assert.True(point.Latitude < cell.NorthEast.Latitude || cell.NorthEast.Latitude == 90);
            Assert.True(point.Longitude < cell.NorthEast.Longitude || cell.NorthEast.Longitude == 180);
        }
    }

    [Property]
    public void Encode_SouthWestCornerOfACell_IsThatCell(GeoPoint point)
    {
        for (int length = 1; length <= Geohash.MaxLength; length++)
        {
            string geohash = Geohash.Encode(point, length);
            BoundingBox cell = Geohash.Decode(geohash);

            Assert.Equal(geohash, Geohash.Encode(cell.SouthWest, length));
            Assert.Equal(180.0 / (1L << (5 * length / 2)), cell.NorthEast.Latitude - cell.SouthWest.Latitude);
            Assert.Equal(360.0 / (1L << (((5 * length) + 1) / 2)), cell.NorthEast.Longitude - cell.SouthWest.Longitude);
        }
    }

    [Property]
    public void Decode_Prefix_IsTheCellAround(GeoPoint point)
    {
        string geohash = Geohash.Encode(point, Geohash.MaxLength);
        for (int length = 2; length <= Geohash.MaxLength; length++)
        {
            BoundingBox outer = Geohash.Decode(geohash[..(length - 1)]);
            BoundingBox inner = Geohash.Decode(geohash[..length]);

            Assert.True(outer.Contains(inner.SouthWest) && outer.Contains(inner.NorthEast));
        }
    }

    [Fact]
    public void Decode_UpperCase_IsTheSameCell() => Assert.Equal(Geohash.Decode("u4pruydqqvj"), Geohash.Decode("U4PRUYDQQVJ"));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ezs4i")]
    [InlineData("l")]
    [InlineData("O0")]
    [InlineData("ezs 42")]
    [InlineData("ezs42é")]
    [InlineData("\u212A")]
    [InlineData("0000000000000")]
    public void Decode_NotAGeohash_Throws(string text)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("geohash", () => Geohash.Decode(text));
        Assert.StartsWith($"\"{text}\" is not a geohash of 1 to 12 characters.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("geohash", Assert.Throws<ArgumentException>(() => Geohash.Neighbors(text)).ParamName);
    }

    [Fact]
    public void Decode_Null_Throws() => Assert.Throws<ArgumentNullException>(() => Geohash.Decode(null!));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Geohash.MaxLength + 1)]
    public void Encode_LengthOutOfRange_Throws(int length) =>
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => Geohash.Encode(Geo.At(0, 0), length)).ParamName);

    [Theory]
    [InlineData("gbsuv", "gbsus gbsut gbsuw gbsuu gbsuy gbsvh gbsvj gbsvn")]
    [InlineData("8", "r 2 3 x 9 z b c")]
    [InlineData("x", "q r 2 w 8 y z b")]
    [InlineData("0", "p 1 r 2 3")]
    [InlineData("p", "n 0 q r 2")]
    [InlineData("z", "w x 8 y b")]
    [InlineData("u", "e s t g v")]
    public void Neighbors_KnownCell_AreTheKnownOnesInOrder(string geohash, string around) =>
        Assert.Equal(around.Split(' '), Geohash.Neighbors(geohash));

    [Property]
    public void Neighbors_AnyCell_HoldThePlacesOneCellAway(GeoPoint point)
    {
        for (int length = 1; length <= Geohash.MaxLength; length++)
        {
            string geohash = Geohash.Encode(point, length);
            BoundingBox cell = Geohash.Decode(geohash);
            double height = cell.NorthEast.Latitude - cell.SouthWest.Latitude;
            double latitude = cell.SouthWest.Latitude + (height / 2);
            double longitude = cell.SouthWest.Longitude + (cell.WidthDegrees / 2);
            var expected = new List<string>();
            for (int i = 0; i < 9; i++)
            {
                double north = latitude + (((i / 3) - 1) * height);
                if (i != 4 && Math.Abs(north) < 90)
                {
                    expected.Add(Geohash.Encode(Geo.Wrap(north, longitude + (((i % 3) - 1) * cell.WidthDegrees)), length));
                }
            }

            Assert.Equal(expected, Geohash.Neighbors(geohash));
        }
    }
}

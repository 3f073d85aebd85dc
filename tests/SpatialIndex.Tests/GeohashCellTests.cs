namespace SpatialIndex.Tests;

public sealed class GeohashCellTests
{
    [Theory]
    [InlineData(1, 8, 4)]
    [InlineData(2, 32, 32)]
    [InlineData(5, 8192, 4096)]
    [InlineData(12, 1L << 30, 1L << 30)]
    public void ColumnsAndRows_AnyLength_HalveLongitudeFirst(int length, long columns, long rows) =>
        Assert.Equal((columns, rows), (GeohashCell.Columns(length), GeohashCell.Rows(length)));

    [Theory]
    [InlineData(7, 1, 1, 0, 0, 1)]
    [InlineData(0, 1, -1, 0, 7, 1)]
    [InlineData(3, 2, 0, 1, 3, 3)]
    [InlineData(3, 2, 13, -2, 0, 0)]
    public void Move_WithinTheRows_GoesAroundTheGlobe(long column, long row, int columns, int rows, long newColumn, long newRow) =>
        Assert.Equal(new GeohashCell(newColumn, newRow, 1), new GeohashCell(column, row, 1).Move(columns, rows));

    [Theory]
    [InlineData(0, -1)]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    public void Move_BeyondAPole_IsNull(long row, int rows) => Assert.Null(new GeohashCell(0, row, 1).Move(0, rows));

    [Theory]
    [InlineData("0")]
    [InlineData("z")]
    [InlineData("gbsuv")]
    [InlineData("u4pruydqqvj8")]
    public void ToString_ParsedCell_IsTheText(string text)
    {
        Assert.True(GeohashCell.TryParse(text, out GeohashCell cell));

        Assert.Equal(text, cell.ToString());
    }

    [Theory]
    [InlineData(45)]
    [InlineData(-45)]
    [InlineData(0)]
    [InlineData(-90)]
    public void At_PointOnAnEdge_IsTheCellNorthAndEastOfIt(double degrees)
    {
        for (int length = 1; length <= Geohash.MaxLength; length++)
        {
            GeohashCell cell = GeohashCell.At(Geo.At(degrees, degrees), length);

            Assert.Equal((degrees, degrees), (cell.South, cell.West));
        }
    }

    [Fact]
    public void At_PointJustBelowAnEdge_IsTheCellBefore()
    {
        for (int length = 1; length <= Geohash.MaxLength; length++)
        {
            GeohashCell on = GeohashCell.At(Geo.At(45, 45), length);

            Assert.Equal(on.Move(-1, -1), GeohashCell.At(Geo.At(Math.BitDecrement(45.0), Math.BitDecrement(45.0)), length));
        }
    }
}

namespace SpatialIndex.Tests;

public sealed class HilbertCurveTests
{
    private const int CellsAcross = 1 << 16;

    /// <summary>What makes the curve one: cells that follow each other along it touch.</summary>
    [Fact]
    public void PlaceOf_ConsecutivePlaces_AreNeighbouringCells()
    {
        var random = new Random(9009);
        for (int trial = 0; trial < 200; trial++)
        {
            const int Side = 32;
            int x = Side * random.Next(CellsAcross / Side);
            int y = Side * random.Next(CellsAcross / 2 / Side);
            var cells = new Dictionary<uint, (int X, int Y)>();
            for (int dx = 0; dx < Side; dx++)
            {
                for (int dy = 0; dy < Side; dy++)
                {
                    cells.Add(HilbertCurve.PlaceOf(Middle(x + dx, y + dy)), (x + dx, y + dy));
                }
            }

            uint first = cells.Keys.Min();
            Assert.Equal((uint)((Side * Side) - 1), cells.Keys.Max() - first);
            for (uint place = first + 1; cells.ContainsKey(place); place++)
            {
                Assert.Equal(1, Math.Abs(cells[place].X - cells[place - 1].X) + Math.Abs(cells[place].Y - cells[place - 1].Y));
            }
        }
    }

    /// <summary>In each of the four ways the curve comes in at one corner, goes from cell to neighbouring cell, and out at the next.</summary>
    [Theory]
    [InlineData(0, 0, 0, 15, 0)]
    [InlineData(1, 0, 0, 0, 15)]
    [InlineData(2, 15, 15, 0, 15)]
    [InlineData(3, 15, 15, 15, 0)]
    public void SquareOf_AnyWay_RunsThroughAllCells(int way, int firstX, int firstY, int lastX, int lastY)
    {
        (int X, int Y)[] cells = [.. Enumerable.Range(0, 256)
            .Select(static cell => (X: cell >> 4, Y: cell & 15)).OrderBy(cell => HilbertCurve.SquareOf(way, (uint)cell.X, (uint)cell.Y) >> 2)];

        Assert.Equal(Enumerable.Range(0, 256), cells.Select(cell => HilbertCurve.SquareOf(way, (uint)cell.X, (uint)cell.Y) >> 2));
        Assert.Equal(((firstX, firstY), (lastX, lastY)), (cells[0], cells[^1]));
        Assert.All(cells.Zip(cells.Skip(1)), static step => Assert.Equal(1, Math.Abs(step.First.X - step.Second.X) + Math.Abs(step.First.Y - step.Second.Y)));
    }

    [Fact]
    public void Order_ManyPoints_IsThatOfTheirPlaces()
    {
        GeoPoint[] points = [.. PointSets.Make(Distribution.Mixed, 5000, 9010).Select(point => point.Position)];
        int[] order = new int[points.Length];

        HilbertCurve.Order(points, order, new uint[points.Length], new int[points.Length], new uint[points.Length]);

        Assert.Equal(Enumerable.Range(0, points.Length).OrderBy(i => HilbertCurve.PlaceOf(points[i])), order);
    }

    private static GeoPoint Middle(int x, int y) => Geo.At(((y + 0.5) * 360 / CellsAcross) - 90, ((x + 0.5) * 360 / CellsAcross) - 180);
}

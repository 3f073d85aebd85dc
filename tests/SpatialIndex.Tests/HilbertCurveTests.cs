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

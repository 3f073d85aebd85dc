namespace SpatialIndex.Tests;

public sealed class KdTreeTests
{
    private static readonly BoundingBox Globe = Geo.Box(-90, -180, 90, 180);

    [Fact]
    public void Search_EmptyTree_FindsNothing()
    {
        KdTree tree = new KdTreeBuilder().Build();
        var results = new Neighbor[3];

        Assert.Equal(0, tree.Count);
        Assert.Equal(-1, tree.RowOf(0));
        Assert.Equal(0, tree.Nearest(Geo.At(0, 0), results));
        Assert.Equal(0, tree.NearestWithin(Geo.At(0, 0), double.PositiveInfinity, results));
        Assert.Equal(0, tree.NearestInBox(Geo.At(0, 0), Globe, results));
        Assert.Equal(0, tree.InBox(Globe, results));
        Assert.Equal(0, tree.AnyInBox(Globe, results));
        Assert.Equal(0, tree.LowestIds(results));
    }

    [Fact]
    public void Search_OnePoint_FindsItByEveryKind()
    {
        KdTree tree = PointSets.Build([new TestPoint(42, Geo.At(45.764, 4.8357), 3, 9)]);
        var results = new Neighbor[3];
        double distance = Haversine.DistanceMeters(Geo.At(0, 0), Geo.At(45.764, 4.8357));

        Assert.Equal(1, tree.Nearest(Geo.At(0, 0), results));
        Assert.Equal(new Neighbor(42, 0, distance), results[0]);
        Assert.Equal(1, tree.NearestWithin(Geo.At(0, 0), distance, results));
        Assert.Equal(new Neighbor(42, 0, distance), results[0]);
        Assert.Equal(1, tree.NearestInBox(Geo.At(0, 0), Globe, results));
        Assert.Equal(new Neighbor(42, 0, distance), results[0]);
        Assert.Equal(1, tree.InBox(Globe, results));
        Assert.Equal(new Neighbor(42, 0, double.NaN), results[0]);
        Assert.Equal(1, tree.LowestIds(results));
        Assert.Equal(new Neighbor(42, 0, double.NaN), results[0]);
    }

    [Fact]
    public void Search_NoRoomForResults_FindsNothing()
    {
        KdTree tree = PointSets.Build(PointSets.Make(Distribution.Mixed, 200, seed: 1));

        Assert.Equal(0, tree.Nearest(Geo.At(0, 0), []));
        Assert.Equal(0, tree.NearestWithin(Geo.At(0, 0), double.PositiveInfinity, []));
        Assert.Equal(0, tree.NearestInBox(Geo.At(0, 0), Globe, []));
        Assert.Equal(0, tree.InBox(Globe, []));
        Assert.Equal(0, tree.AnyInBox(Globe, []));
        Assert.Equal(0, tree.LowestIds([]));
    }

    [Fact]
    public void Search_RoomForMoreThanFound_LeavesTheRestAlone()
    {
        KdTree tree = PointSets.Build(PointSets.Make(Distribution.Uniform, 5, seed: 1));
        var untouched = new Neighbor(-7, -7, -7);
        Neighbor[] results = [.. Enumerable.Repeat(untouched, 8)];

        int count = tree.InBox(Globe, results);

        Assert.Equal(5, count);
        Assert.All(results[5..], result => Assert.Equal(untouched, result));
    }

    [Fact]
    public void Row_OfEveryPoint_GivesBackWhatWasAdded()
    {
        TestPoint[] points = PointSets.Make(Distribution.Mixed, 3000, seed: 2);
        KdTree tree = PointSets.Build(points);

        Assert.Equal(3000, tree.Count);
        Assert.Equal(PointSets.ManyClasses, tree.ClassCount);
        foreach (TestPoint point in points)
        {
            int row = tree.RowOf(point.Id);
            Assert.Equal(point, new TestPoint(tree.IdAt(row), tree.PointAt(row), tree.ClassAt(row), tree.ExpiryAt(row)));
        }
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(25)]
    [InlineData(long.MaxValue)]
    public void RowOf_UnknownId_IsMinusOne(long id)
    {
        KdTree tree = PointSets.Build(new long[] { 30, 10, 20 }.Select(known => new TestPoint(known, Geo.At(known, 0), 0, 0)));

        Assert.Equal(-1, tree.RowOf(id));
    }

    [Fact]
    public void Search_FromManyThreads_GivesTheSameAnswers()
    {
        TestPoint[] points = PointSets.Make(Distribution.Mixed, 5000, seed: 3);
        KdTree tree = PointSets.Build(points);
        GeoPoint[] centers = [.. QuerySets.Centers(points, seed: 3)];
        Neighbor[][] expected = [.. centers.Select(Search)];

        Parallel.For(0, 20 * centers.Length, i => Assert.Equal(expected[i % centers.Length], Search(centers[i % centers.Length])));

        Neighbor[] Search(GeoPoint center)
        {
            var results = new Neighbor[20];
            return results[..tree.Nearest(center, results)];
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void Row_OutOfRange_Throws(int row)
    {
        KdTree tree = PointSets.Build(PointSets.Make(Distribution.Uniform, 10, 1));

        Assert.Throws<ArgumentOutOfRangeException>(nameof(row), () => tree.PointAt(row));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(row), () => tree.IdAt(row));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(row), () => tree.ClassAt(row));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(row), () => tree.ExpiryAt(row));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(row), () => tree.RowInIdOrder(row));
    }
}

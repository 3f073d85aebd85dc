namespace SpatialIndex.Tests;

public sealed class KdTreeAllocationTests
{
    private const int Seed = 6006;

    private static readonly TestPoint[] Points = PointSets.Make(Distribution.Mixed, 20_000, Seed);
    private static readonly KdTree Tree = PointSets.Build(Points);
    private static readonly GeoPoint[] Centers = [.. QuerySets.Centers(Points, Seed)];
    private static readonly BoundingBox[] Boxes = [.. QuerySets.Boxes(Points, Seed)];
    private static readonly PointFilter[] Filters = QuerySets.Filters(PointSets.ManyClasses);

    private delegate int Search(int query, Span<Neighbor> results, PointFilter filter);

    [Fact]
    public void Nearest_AnyFilter_AllocatesNothing() =>
        AssertAllocatesNothing((i, results, filter) => Tree.Nearest(Centers[i % Centers.Length], results, filter));

    [Fact]
    public void NearestWithin_AnyFilter_AllocatesNothing() =>
        AssertAllocatesNothing((i, results, filter) => Tree.NearestWithin(Centers[i % Centers.Length], 1000 * i * i, results, filter));

    [Fact]
    public void NearestInBox_AnyFilter_AllocatesNothing() =>
        AssertAllocatesNothing((i, results, filter) =>
            Tree.NearestInBox(Centers[i % Centers.Length], Boxes[i % Boxes.Length], results, filter));

    [Fact]
    public void InBox_AnyFilter_AllocatesNothing() =>
        AssertAllocatesNothing((i, results, filter) => Tree.InBox(Boxes[i % Boxes.Length], results, filter));

    [Fact]
    public void AnyInBox_AnyFilter_AllocatesNothing() =>
        AssertAllocatesNothing((i, results, filter) => Tree.AnyInBox(Boxes[i % Boxes.Length], results, filter));

    [Fact]
    public void ExplainNearest_AnyFilter_AllocatesNothing() =>
        AssertAllocatesNothing((i, results, filter) => Tree.ExplainNearest(Centers[i % Centers.Length], results, filter, out _));

    [Fact]
    public void LowestIds_AnyFilter_AllocatesNothing() =>
        AssertAllocatesNothing((_, results, filter) => Tree.LowestIds(results, filter));

    [Fact]
    public void RowOf_AnyId_AllocatesNothing() =>
        AssertAllocatesNothing((i, _, _) => Tree.RowOf(Points[i].Id));

    private static void AssertAllocatesNothing(Search search)
    {
        var results = new Neighbor[200];
        long found = 0;

        long allocated = AllocatedBytes.By(() => found = RunAll(search, results));

        Assert.Equal(0, allocated);
        Assert.NotEqual(0, found);
    }

    private static long RunAll(Search search, Neighbor[] results)
    {
        long found = 0;
        for (int i = 0; i < 100; i++)
        {
            foreach (PointFilter filter in Filters)
            {
                found += search(i, results.AsSpan(0, 1), filter);
                found += search(i, results.AsSpan(0, 20), filter);
                found += search(i, results, filter);
            }
        }

        return found;
    }
}

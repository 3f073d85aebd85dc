namespace SpatialIndex.Tests;

public sealed unsafe class KdTreeSplitsTests
{
    public static TheoryData<Distribution> Distributions => PointSets.All;

    /// <summary>A full node was made by halvings: each of its points falls to its child, but for ties and rounding.</summary>
    [Theory]
    [MemberData(nameof(Distributions))]
    public void ChildOf_PointsOfANode_AreMostlyInThatChild(Distribution distribution)
    {
        const int Rows = KdTreeShape.LeafSize * KdTreeShape.Fanout;
        TestPoint[] points = PointSets.Make(distribution, 20 * Rows, seed: 31);
        KdTree tree = PointSets.Build(points);
        int right = 0;
        fixed (byte* start = tree.Data.Span)
        {
            var view = new KdTreeView(tree.Layout, start);
            for (int row = 0; row < tree.Count; row++)
            {
                GeoPoint point = tree.PointAt(row);
                int child = KdTreeSplits.ChildOf(view.Splits + (row / Rows), (float)point.Latitude, (float)point.Longitude);
                Assert.InRange(child, 0, KdTreeShape.Fanout - 1);
                right += child == row / KdTreeShape.LeafSize % KdTreeShape.Fanout ? 1 : 0;
            }
        }

        double least = distribution is Distribution.Duplicates ? 0.05 : distribution is Distribution.Uniform or Distribution.Meridian ? 0.99 : 0.5;
        Assert.True(right >= least * tree.Count, $"{right} of {tree.Count}");
    }
}

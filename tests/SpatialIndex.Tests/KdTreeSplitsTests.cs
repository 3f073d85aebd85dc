namespace SpatialIndex.Tests;

public sealed unsafe class KdTreeSplitsTests
{
    public static TheoryData<Distribution> Distributions => PointSets.All;

    /// <summary>Many points at one place, or on one edge, may be anywhere among those; others fall to their leaf, but for rounding.</summary>
    [Theory]
    [MemberData(nameof(Distributions))]
    public void ChildOf_FromTheRoot_LeadsToTheLeafOfMostPoints(Distribution distribution)
    {
        double least = distribution switch
        {
            Distribution.Duplicates => 0,
            Distribution.Uniform or Distribution.Meridian => 0.99,
            _ => 0.5,
        };

        // The nodes above the leaves have 16 children or fewer, on every level.
        foreach (int count in (int[])[33, 700, 5 * 512, 11_000, 40_000, 60_000])
        {
            KdTree tree = PointSets.Build(PointSets.Make(distribution, count, seed: 31));
            int right = 0;
            fixed (byte* start = tree.Data.Span)
            {
                var view = new KdTreeView(tree.Layout, start);
                for (int row = 0; row < tree.Count; row++)
                {
                    int leaf = LeafOf(view, tree.PointAt(row));
                    Assert.InRange(leaf, 0, tree.Layout.Shape.LeafCount - 1);
                    right += leaf == row / KdTreeShape.LeafSize ? 1 : 0;
                }
            }

            Assert.True(right >= least * tree.Count, $"{right} of {tree.Count}");
        }
    }

    private static int LeafOf(in KdTreeView tree, GeoPoint point)
    {
        int index = 0;
        for (int level = tree.Layout.Shape.TopLevel; level > 0; level--)
        {
            KdTreeSplits* splits = tree.Splits + tree.Layout.FirstNodes[level] + index;
            index = (index * KdTreeShape.Fanout) + KdTreeSplits.ChildOf(splits, (float)point.Latitude, (float)point.Longitude);
        }

        return index;
    }
}

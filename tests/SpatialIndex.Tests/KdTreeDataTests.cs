namespace SpatialIndex.Tests;

public sealed class KdTreeDataTests
{
    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Open_StoredBytes_GivesTheSameAnswers(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 1000, seed: 21);

        KdTree opened = KdTree.Open(PointSets.Build(points).Data.ToArray());

        opened.Verify();
        var oracle = new BruteForce(points);
        foreach (GeoPoint center in QuerySets.Centers(points, seed: 21))
        {
            var results = new Neighbor[50];
            int count = opened.Nearest(center, results);
            SearchAssert.Equal(opened, oracle.Nearest(center, default), results, count, $"{distribution}, nearest {center}");
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Build_AnyNumberOfThreads_GivesTheSameBytes(Distribution distribution)
    {
        var builder = new KdTreeBuilder(PointSets.ManyClasses);
        foreach (TestPoint point in PointSets.Make(distribution, 70_000, seed: 12))
        {
            builder.Add(point.Id, point.Position, point.Class, point.Expiry);
        }

        byte[] expected = builder.Build(maxThreads: 1).Data.ToArray();

        Assert.Equal(expected, builder.Build(maxThreads: 2).Data.ToArray());
        Assert.Equal(expected, builder.Build(maxThreads: 5).Data.ToArray());
    }

    [Fact]
    public void Build_NoThreads_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new KdTreeBuilder().Build(maxThreads: 0));

    [Fact]
    public void Open_EmptyTree_IsEmpty()
    {
        KdTree opened = KdTree.Open(new KdTreeBuilder().Build().Data.ToArray());

        opened.Verify();
        Assert.Equal(0, opened.Count);
        Assert.Equal(0, opened.Nearest(Geo.At(0, 0), new Neighbor[3]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(33)]
    public void Open_BytesOffTheirAlignment_GivesTheSameAnswers(int offset)
    {
        TestPoint[] points = PointSets.Make(Distribution.Mixed, 3000, seed: 22);
        ReadOnlyMemory<byte> data = PointSets.Build(points).Data;
        byte[] moved = new byte[data.Length + offset];
        data.CopyTo(moved.AsMemory(offset));

        KdTree opened = KdTree.Open(moved.AsMemory(offset));

        opened.Verify();
        var oracle = new BruteForce(points);
        foreach (GeoPoint center in QuerySets.Centers(points, seed: 22))
        {
            foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
            {
                foreach (int k in (int[])[1, 10, 100, 300])
                {
                    var results = new Neighbor[k];
                    int count = opened.Nearest(center, results, filter);
                    SearchAssert.Equal(opened, oracle.Nearest(center, filter), results, count, $"{k} nearest {center}, {filter}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public unsafe void Cells_OfEveryPoint_AreWithinHalfACell(Distribution distribution)
    {
        KdTree tree = PointSets.Build(PointSets.Make(distribution, 3000, seed: 23));
        fixed (byte* start = tree.Data.Span)
        {
            var view = new KdTreeView(tree.Layout, start);
            for (int row = 0; row < tree.Count; row++)
            {
                int leaf = row / KdTreeShape.LeafSize;
                int child = leaf % KdTreeShape.Fanout;
                KdTreeNode* node = view.Nodes + (leaf / KdTreeShape.Fanout);
                ushort* cells = view.CellsOf(leaf) + (row % KdTreeShape.LeafSize);
                double y = ((view.Records[row].Latitude - node->MiddleLatitude) * node->CellsPerLatitude) + KdTreeNode.MiddleCell;
                double x = ((view.Records[row].Longitude - node->MiddleLongitude) * node->CellsPerLongitude) + KdTreeNode.MiddleCell;

                Assert.InRange(y - cells[0], -0.500001, 0.500001);
                Assert.InRange(x - cells[KdTreeShape.LeafSize], -0.500001, 0.500001);
                Assert.InRange(cells[0], node->Souths[child], node->Norths[child]);
                Assert.InRange(cells[KdTreeShape.LeafSize], node->Wests[child], node->Easts[child]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public unsafe void Boxes_OfEveryLevel_HoldTheCellsOfTheirPoints(Distribution distribution)
    {
        KdTree tree = PointSets.Build(PointSets.Make(distribution, 20_000, seed: 24));
        KdTreeShape shape = tree.Layout.Shape;
        Assert.True(shape.TopLevel > 2);
        fixed (byte* start = tree.Data.Span)
        {
            var view = new KdTreeView(tree.Layout, start);
            for (int level = 1; level <= shape.TopLevel; level++)
            {
                for (int child = 0; child < shape.NodesOn(level - 1); child++)
                {
                    int number = tree.Layout.FirstNodes[level] + (child / KdTreeShape.Fanout);
                    int place = child % KdTreeShape.Fanout;
                    KdTreeNode* node = view.Nodes + number;
                    float leastCosine = view.ChildCosines[(number * KdTreeShape.Fanout) + place];
                    for (int row = shape.FirstRow(level - 1, child); row < shape.FirstRow(level - 1, child + 1); row++)
                    {
                        KdTreeRecord record = view.Records[row];
                        Assert.InRange(node->LatitudeCell(record.Latitude), node->Souths[place], node->Norths[place]);
                        Assert.InRange(node->LongitudeCell(record.Longitude), node->Wests[place], node->Easts[place]);
                        Assert.InRange(leastCosine, node->LeastCosine, Haversine.CosineOfDegrees(record.Latitude));
                    }
                }
            }
        }
    }
}

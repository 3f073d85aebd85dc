using System.Runtime.InteropServices;

namespace SpatialIndex.Tests;

public sealed class KdTreeDataTests
{
    private static readonly KdTree Sound = PointSets.Build(PointSets.Make(Distribution.Mixed, 700, seed: 31));

    public static TheoryData<Distribution> Distributions => PointSets.All;

    public static TheoryData<string> DerivedParts => ["Nodes", "ChildCosines", "NodeClasses", "NodeExpiries", "Cells", "ClassCounts"];

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

    [Fact]
    public void Open_AnyLength_IsRefusedUnlessWhole()
    {
        byte[] data = Sound.Data.ToArray();
        for (int length = 0; length < data.Length; length += 61)
        {
            Assert.Throws<InvalidDataException>(() => KdTree.Open(data.AsMemory(0, length)));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Open_AByteTooFewOrTooMany_IsRefused(int difference)
    {
        byte[] data = new byte[Sound.Data.Length + 1];
        Sound.Data.CopyTo(data);

        var exception = Assert.Throws<InvalidDataException>(() => KdTree.Open(data.AsMemory(0, Sound.Data.Length + difference)));

        Assert.StartsWith("Header", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A count may be wrong and still ask for as many bytes, because parts are padded.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Verify_CountOffByOne_IsRefused(int difference)
    {
        byte[] data = Sound.Data.ToArray();
        MemoryMarshal.Write(data.AsSpan(), Sound.Count + difference);

        Assert.Throws<InvalidDataException>(() => KdTree.Open(data).Verify());
    }

    [Fact]
    public void Verify_AByteBetweenTheParts_IsRefused()
    {
        int end = KdTreeHeader.Size;
        foreach ((_, int start, int length) in Sound.Layout.Parts)
        {
            for (int position = end; position < start; position++)
            {
                byte[] data = Sound.Data.ToArray();
                data[position] = 1;

                var exception = Assert.Throws<InvalidDataException>(KdTree.Open(data).Verify);

                Assert.StartsWith("Padding", exception.Message, StringComparison.Ordinal);
            }

            end = start + length;
        }
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
    [InlineData("count", "Header")]
    [InlineData("classes", "Header")]
    [InlineData("too many classes", "Header")]
    [InlineData("ranks", "Header")]
    [InlineData("more ranks", "Header")]
    [InlineData("expiries", "Header")]
    [InlineData("latitude", "Records")]
    [InlineData("latitude NaN", "Records")]
    [InlineData("longitude", "Records")]
    [InlineData("class", "Classes")]
    [InlineData("rank", "ExpiryRanks")]
    [InlineData("row", "RowsById")]
    [InlineData("order", "RowsById")]
    public void Open_WhatLeadsAstray_IsRefusedByName(string what, string part)
    {
        byte[] data = Sound.Data.ToArray();
        KdTreeLayout layout = Sound.Layout;
        Span<byte> bytes = data;
        switch (what)
        {
            case "count":
                MemoryMarshal.Write(bytes, -1);
                break;
            case "classes":
                MemoryMarshal.Write(bytes[4..], 0);
                break;
            case "too many classes":
                MemoryMarshal.Write(bytes[4..], KdTree.MaxClassCount + 1);
                break;
            case "ranks":
                MemoryMarshal.Write(bytes[8..], -1);
                break;
            case "more ranks":
                MemoryMarshal.Write(bytes[8..], layout.Header.ExpiryTableLength + 8);
                break;
            case "expiries":
                MemoryMarshal.Write(bytes[12..], true);
                break;
            case "latitude":
                MemoryMarshal.Write(bytes[(layout.Records + 24)..], 90.001);
                break;
            case "latitude NaN":
                MemoryMarshal.Write(bytes[(layout.Records + 24)..], double.NaN);
                break;
            case "longitude":
                MemoryMarshal.Write(bytes[(layout.Records + 32)..], double.NaN);
                break;
            case "class":
                MemoryMarshal.Write(bytes[(layout.Classes + 20)..], (ushort)PointSets.ManyClasses);
                break;
            case "rank":
                MemoryMarshal.Write(bytes[(layout.ExpiryRanks + 20)..], ushort.MaxValue);
                break;
            case "row":
                MemoryMarshal.Write(bytes[layout.RowsById..], Sound.Count);
                break;
            default:
                MemoryMarshal.Write(bytes[layout.RowsById..], MemoryMarshal.Read<int>(bytes[(layout.RowsById + 4)..]));
                break;
        }

        var exception = Assert.Throws<InvalidDataException>(() => KdTree.Open(data));

        Assert.StartsWith(part, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DerivedParts))]
    public void Verify_AByteOfADerivedPart_IsRefusedByName(string part)
    {
        (_, int start, int length) = Sound.Layout.Parts.Single(entry => entry.Name == part);
        for (int position = start; position < start + length; position += Math.Max(1, length / 50))
        {
            byte[] data = Sound.Data.ToArray();
            data[position] ^= 0x41;

            var exception = Assert.Throws<InvalidDataException>(KdTree.Open(data).Verify);

            Assert.StartsWith(part, exception.Message, StringComparison.Ordinal);
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

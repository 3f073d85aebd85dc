using System.Runtime.InteropServices;

namespace SpatialIndex.Tests;

public sealed class KdTreeColumnsTests
{
    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void FromColumns_StoredAndReadBack_GivesTheSameAnswers(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 1000, seed: 21);
        KdTree built = PointSets.Build(points);

        KdTree opened = KdTree.FromColumns(Store(built.Columns));

        ColumnsAssert.Equal(built.Columns, opened.Columns);
        var oracle = new BruteForce(points);
        foreach (GeoPoint center in QuerySets.Centers(points, seed: 21))
        {
            var results = new Neighbor[50];
            int count = opened.Nearest(center, results);
            SearchAssert.Equal(opened, oracle.Nearest(center, default), results, count, $"{distribution}, nearest {center}");
        }
    }

    [Fact]
    public void FromColumns_EmptyTree_IsEmpty()
    {
        KdTree opened = KdTree.FromColumns(Store(new KdTreeBuilder().Build().Columns));

        Assert.Equal(0, opened.Count);
    }

    [Fact]
    public void FromColumns_Null_Throws() => Assert.Throws<ArgumentNullException>(() => KdTree.FromColumns(null!));

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Build_AnyPoints_RoundsUnitVectorsToNearest(Distribution distribution)
    {
        KdTreeColumns columns = PointSets.Build(PointSets.Make(distribution, 1000, seed: 22)).Columns;

        for (int row = 0; row < columns.Ids.Length; row++)
        {
            double latitude = double.DegreesToRadians(columns.Latitudes.Span[row]);
            double longitude = double.DegreesToRadians(columns.Longitudes.Span[row]);
            const double HalfUnit = (1.0 / (1 << 25)) + 1e-15;
            Assert.Equal(Math.Cos(latitude) * Math.Cos(longitude), columns.X.Span[row], HalfUnit);
            Assert.Equal(Math.Cos(latitude) * Math.Sin(longitude), columns.Y.Span[row], HalfUnit);
            Assert.Equal(Math.Sin(latitude), columns.Z.Span[row], HalfUnit);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    [InlineData(1025)]
    public void Build_AnyCount_SummarizesEveryNodeExactly(int count)
    {
        KdTreeColumns columns = PointSets.Build(PointSets.Make(Distribution.Mixed, count, seed: 23)).Columns;

        for (int node = 0; node < KdTreeShape.NodeCount(columns.Depth); node++)
        {
            int[] rows = RowsBelow(columns, node);
            long[] classes = [.. rows.Select(row => (long)columns.Classes.Span[row]).Distinct().Order()];
            Assert.Equal(classes, Enumerable.Range(0, 150).Select(i => (long)i).Where(i => HasClass(columns, node, (int)i)));
            Assert.Equal(rows.Select(row => columns.Expiries.Span[row]).Append(long.MinValue).Max(), columns.NodeExpiries.Span[node]);
            AssertBounds(columns.NodeBounds.Span.Slice(6 * node, 2), [.. rows.Select(row => columns.X.Span[row])]);
            AssertBounds(columns.NodeBounds.Span.Slice((6 * node) + 2, 2), [.. rows.Select(row => columns.Y.Span[row])]);
            AssertBounds(columns.NodeBounds.Span.Slice((6 * node) + 4, 2), [.. rows.Select(row => columns.Z.Span[row])]);
        }
    }

    private static void AssertBounds(ReadOnlySpan<float> bounds, float[] values)
    {
        Assert.Equal(values.Append(float.PositiveInfinity).Min(), bounds[0]);
        Assert.Equal(values.Append(float.NegativeInfinity).Max(), bounds[1]);
    }

    private static bool HasClass(KdTreeColumns columns, int node, int classNumber) =>
        (columns.NodeClasses.Span[(3 * node) + (classNumber / 64)] >> (classNumber % 64) & 1) != 0;

    /// <summary>By the formula in the documentation of the columns.</summary>
    private static int[] RowsBelow(KdTreeColumns columns, int node)
    {
        int leaves = 1 << columns.Depth;
        int first = node;
        int last = node;
        while (first < leaves - 1)
        {
            first = (2 * first) + 1;
            last = (2 * last) + 2;
        }

        long count = columns.Ids.Length;
        int start = (int)(count * (first - leaves + 1) / leaves);
        int end = (int)(count * (last - leaves + 2) / leaves);
        return [.. Enumerable.Range(start, end - start)];
    }

    private static KdTreeColumns Store(KdTreeColumns columns) => columns with
    {
        Latitudes = Store(columns.Latitudes),
        Longitudes = Store(columns.Longitudes),
        X = Store(columns.X),
        Y = Store(columns.Y),
        Z = Store(columns.Z),
        Ids = Store(columns.Ids),
        Classes = Store(columns.Classes),
        Expiries = Store(columns.Expiries),
        RowsById = Store(columns.RowsById),
        NodeBounds = Store(columns.NodeBounds),
        NodeClasses = Store(columns.NodeClasses),
        NodeExpiries = Store(columns.NodeExpiries),
    };

    private static T[] Store<T>(ReadOnlyMemory<T> column)
        where T : unmanaged
    {
        byte[] stored = MemoryMarshal.AsBytes(column.Span).ToArray();
        return MemoryMarshal.Cast<byte, T>(stored).ToArray();
    }
}

namespace SpatialIndex.Tests;

/// <summary>Stored bytes that are no sound tree: what leads a search astray is refused when it is opened, all else by verifying.</summary>
public sealed class KdTreeValidationTests
{
    private static readonly KdTree Sound = PointSets.Build(PointSets.Make(Distribution.Mixed, 700, seed: 31));

    public static TheoryData<string> DerivedParts =>
    [
        "Nodes", "Splits", "ChildCosines", "NodeClasses", "NodeExpiries", "Cells", "ClassCounts", "ClassExpiries", "RunRows", "RunPositions", "RunExpiries",
    ];

    public static TheoryData<string, int, byte[]> AstrayValues => new()
    {
        { "Header", 0, BitConverter.GetBytes(-1) },
        { "Header", 4, BitConverter.GetBytes(0) },
        { "Header", 4, BitConverter.GetBytes(KdTree.MaxClassCount + 1) },
        { "Header", 8, BitConverter.GetBytes(-1) },
        { "Header", 8, BitConverter.GetBytes(Sound.Layout.Header.ExpiryTableLength + 8) },
        { "Header", 12, BitConverter.GetBytes(-1) },
        { "Header", 12, BitConverter.GetBytes(Sound.Count + 1) },
        { "Header", KdTreeHeader.FlagOffset, BitConverter.GetBytes(true) },
        { "Header", KdTreeHeader.FlagOffset + 1, [1] },
        { "Header", 63, [0x80] },
        { "ChildCosines", 0, BitConverter.GetBytes(float.NaN) },
        { "ChildCosines", 4, BitConverter.GetBytes(-0.5f) },
        { "ChildCosines", 60, BitConverter.GetBytes(1.5f) },
        { "Records", 24, BitConverter.GetBytes(90.001) },
        { "Records", 24, BitConverter.GetBytes(double.NaN) },
        { "Records", 32, BitConverter.GetBytes(double.NaN) },
        { "Classes", 20, BitConverter.GetBytes((ushort)PointSets.ManyClasses) },
        { "ExpiryRanks", 20, BitConverter.GetBytes(ushort.MaxValue) },
        { "RowsById", 0, BitConverter.GetBytes(Sound.Count) },
        { "RowsById", 0, BitConverter.GetBytes(Sound.RowInIdOrder(1)) },
        { "Splits", KdTreeSplits.Size * (Sound.Layout.Shape.NodeCount - 1), BitConverter.GetBytes(1f) },
        { "ClassCounts", 0, BitConverter.GetBytes(-1) },
        { "ClassCounts", 0, BitConverter.GetBytes(Sound.Count + 1) },
        { "ClassCounts", 4 * (PointSets.ManyClasses - 1), BitConverter.GetBytes(Sound.Layout.Header.RunLength) },
        { "RunStarts", 4 * (PointSets.ManyClasses - 1), BitConverter.GetBytes(-2) },
        { "RunStarts", 4 * (PointSets.ManyClasses - 1), BitConverter.GetBytes(0) },
        { "RunStarts", 4 * (PointSets.ManyClasses - 1), BitConverter.GetBytes(Sound.Layout.Header.RunLength + 1) },
        { "RunRows", 0, BitConverter.GetBytes(-1) },
        { "RunRows", 0, BitConverter.GetBytes(Sound.Count) },
        { "ExpiryTable", 8, BitConverter.GetBytes(long.MinValue) },
        { "ExpiryTable", 8, BitConverter.GetBytes(long.MaxValue) },
        { "ExpiryTable", 800, BitConverter.GetBytes(5L) },
    };

    public static TheoryData<int, byte[]> GridsOutOfRange
    {
        get
        {
            var grids = new TheoryData<int, byte[]>();
            foreach (int offset in (int[])[128, 136])
            {
                foreach (double value in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity, 180.001, -180.001])
                {
                    grids.Add(offset, BitConverter.GetBytes(value));
                }
            }

            for (int offset = 144; offset < 188; offset += sizeof(float))
            {
                foreach (float value in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue])
                {
                    grids.Add(offset, BitConverter.GetBytes(value));
                }

                // Not a number, and as bits the distance of a closed child.
                grids.Add(offset, BitConverter.GetBytes(ChildDistances.Closed));
            }

            foreach (int positive in (int[])[144, 148, 152, 156, 172, 184])
            {
                grids.Add(positive, BitConverter.GetBytes(-1e-6f));
            }

            return grids;
        }
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
        byte[] data = Changed(Sound, 0, BitConverter.GetBytes(Sound.Count + difference));

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
                var exception = Assert.Throws<InvalidDataException>(KdTree.Open(Changed(Sound, position, [1])).Verify);

                Assert.StartsWith("Padding", exception.Message, StringComparison.Ordinal);
            }

            end = start + length;
        }
    }

    [Theory]
    [MemberData(nameof(AstrayValues))]
    public void Open_WhatLeadsAstray_IsRefusedByName(string part, int offset, byte[] value)
    {
        int start = part == "Header" ? 0 : Sound.Layout.Parts.Single(entry => entry.Name == part).Start;

        var exception = Assert.Throws<InvalidDataException>(() => KdTree.Open(Changed(Sound, start + offset, value)));

        Assert.StartsWith(part, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A point that a search comes by twice would take the place of another among its results.</summary>
    [Fact]
    public void Open_ARowTwiceInARunOrInAnothers_IsRefusedByName()
    {
        TestPoint[] points = [.. PointSets.Make(Distribution.Towns, 200, seed: 33).Select(static (point, i) => point with { Class = i < 3 ? 1 : i < 8 ? 2 : 0 })];
        KdTree tree = PointSets.Build(points);
        Assert.Equal(8, tree.Layout.Header.RunLength);
        ReadOnlySpan<int> rows = KdTreeLayout.Part<int>(tree.Data.Span, tree.Layout.RunRows, 8);

        foreach (int other in (int[])[rows[1], rows[7]])
        {
            byte[] data = Changed(tree, tree.Layout.RunRows, BitConverter.GetBytes(other));

            Assert.StartsWith("RunRows", Assert.Throws<InvalidDataException>(() => KdTree.Open(data)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(GridsOutOfRange))]
    public void Open_NodeWithAGridOutOfRange_IsRefused(int offset, byte[] value)
    {
        for (int node = 0; node < Sound.Layout.Shape.NodeCount; node++)
        {
            byte[] data = Changed(Sound, Sound.Layout.Nodes + (KdTreeNode.Size * node) + offset, value);

            var exception = Assert.Throws<InvalidDataException>(() => KdTree.Open(data));

            Assert.StartsWith("Nodes", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(255)]
    public void Open_FlagThatIsNeitherZeroNorOne_IsRefused(byte flag)
    {
        KdTree empty = new KdTreeBuilder().Build();

        var exception = Assert.Throws<InvalidDataException>(() => KdTree.Open(Changed(empty, KdTreeHeader.FlagOffset, [flag])));

        Assert.StartsWith("Header", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A zero of the padding may be the next rank in ascending order, and takes no more bytes.</summary>
    [Fact]
    public void Verify_MoreRanksThanThePointsHave_IsRefused()
    {
        KdTree tree = PointSets.Build([new TestPoint(1, Geo.At(1, 1), 0, Expiry: -5), new TestPoint(2, Geo.At(2, 2), 0, Expiry: -3)]);

        KdTree lengthened = KdTree.Open(Changed(tree, 8, BitConverter.GetBytes(3)));

        Assert.StartsWith("ExpiryTable", Assert.Throws<InvalidDataException>(lengthened.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ExpiriesOfFewerValuesThanRanks_IsRefused()
    {
        KdTree flagged = KdTree.Open(Changed(new KdTreeBuilder().Build(), KdTreeHeader.FlagOffset, [1]));

        Assert.StartsWith("Header", Assert.Throws<InvalidDataException>(flagged.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ExpiryOutsideItsRank_IsRefused()
    {
        KdTree tree = PointSets.Build(PointSets.Make(Distribution.Towns, 66_000, seed: 32).Select((point, i) => point with { Expiry = 10 * i }));
        tree.Verify();
        KdTreeLayout layout = tree.Layout;
        (int Position, byte[] Value, string Part)[] changes =
        [
            (layout.Expiries, BitConverter.GetBytes(tree.ExpiryAt(0) + 1_000), "Expiry"),
            (layout.Expiries, BitConverter.GetBytes(long.MinValue), "Expiry"),
            (layout.Expiries + (8 * 65_999), BitConverter.GetBytes(long.MaxValue), "Expiry"),
            (layout.ExpiryRanks, BitConverter.GetBytes((ushort)(tree.ExpiryAt(0) > 330_000 ? 0 : ushort.MaxValue)), "ExpiryRanks"),
            (layout.ExpiryTable, BitConverter.GetBytes(-1L), "ExpiryTable"),
        ];
        foreach ((int position, byte[] value, string part) in changes)
        {
            KdTree changed = KdTree.Open(Changed(tree, position, value));

            Assert.StartsWith(part, Assert.Throws<InvalidDataException>(changed.Verify).Message, StringComparison.Ordinal);
        }
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

            var exception = Assert.Throws<InvalidDataException>(() => KdTree.Open(data).Verify());

            Assert.StartsWith(part, exception.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Changed(KdTree tree, int position, byte[] value)
    {
        byte[] data = tree.Data.ToArray();
        value.CopyTo(data, position);
        return data;
    }
}

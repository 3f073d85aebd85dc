using System.Runtime.InteropServices;

namespace SpatialIndex.Tests;

/// <summary>Whatever the bytes, a tree is refused or every search of it ends and stays inside of it.</summary>
public sealed unsafe class KdTreeDamageTests
{
    private static readonly long[] AwkwardBits =
    [
        0, 1, -1, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue,
        BitConverter.SingleToInt32Bits(float.NaN), BitConverter.SingleToInt32Bits(float.PositiveInfinity),
        BitConverter.SingleToInt32Bits(float.NegativeInfinity), BitConverter.SingleToInt32Bits(float.MaxValue),
        BitConverter.SingleToInt32Bits(float.Epsilon), BitConverter.SingleToInt32Bits(-1),
        BitConverter.DoubleToInt64Bits(double.NaN), BitConverter.DoubleToInt64Bits(double.PositiveInfinity),
        BitConverter.DoubleToInt64Bits(double.NegativeInfinity), BitConverter.DoubleToInt64Bits(-1),
    ];

    [Theory]
    [InlineData(Distribution.Mixed, 1, 3_000)]
    [InlineData(Distribution.Towns, 33, 3_000)]
    [InlineData(Distribution.Duplicates, 600, 3_000)]
    [InlineData(Distribution.Mixed, 9_000, 600)]
    [InlineData(Distribution.Poles, 9_000, 300)]
    public void Search_DamagedTree_IsRefusedOrEveryKindEnds(Distribution distribution, int count, int trials)
    {
        TestPoint[] points = PointSets.Make(distribution, count, seed: 41);
        KdTree sound = PointSets.Build(points);
        AssertRefusedOrEveryKindEnds(sound, points, trials);
    }

    [Fact]
    public void Search_DamagedTreeWithExpiries_IsRefusedOrEveryKindEnds()
    {
        TestPoint[] points = [.. PointSets.Make(Distribution.Towns, 66_000, seed: 41).Select((point, i) => point with { Expiry = i })];
        KdTree sound = PointSets.Build(points);
        Assert.True(sound.Layout.Header.HasExpiries);
        AssertRefusedOrEveryKindEnds(sound, points, trials: 60);
    }

    private static void AssertRefusedOrEveryKindEnds(KdTree sound, TestPoint[] points, int trials)
    {
        byte[] data = new byte[sound.Data.Length];
        int refused = 0;
        for (int seed = 0; seed < trials; seed++)
        {
            var random = new Random(seed);
            sound.Data.CopyTo(data);
            for (int damages = random.Next(1, 4); damages > 0; damages--)
            {
                Damage(data, sound.Layout, random);
            }

            KdTree tree;
            try
            {
                tree = KdTree.Open(data);
            }
            catch (InvalidDataException)
            {
                refused++;
                continue;
            }

            Exception? exception = Record.Exception(() => SearchEveryKind(tree, points, random));
            Assert.True(exception is null, $"Seed {seed}: {exception}");
        }

        Assert.InRange(refused, trials / 10, trials * 9 / 10);
    }

    /// <summary>Changes a bit, or a number of any width, of the header, of a part or of the grid of a node, all alike often.</summary>
    private static void Damage(byte[] data, KdTreeLayout layout, Random random)
    {
        const int Grid = 128;
        (int Start, int Length)[] places =
        [
            (0, KdTreeHeader.Size),
            (layout.Nodes + (KdTreeNode.Size * random.Next(layout.Shape.NodeCount)) + Grid, KdTreeNode.Size - Grid),
            .. layout.Parts.Where(part => part.Length > 0).Select(part => (part.Start, part.Length)),
        ];
        (int start, int length) = places[random.Next(places.Length)];
        int position = start + random.Next(length);
        if (random.Next(3) == 0)
        {
            data[position] ^= (byte)(1 << random.Next(8));
            return;
        }

        int width = 1 << random.Next(1, 4);
        long value = random.Next(4) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : AwkwardBits[random.Next(AwkwardBits.Length)];
        position -= position % width;
        MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value))[..Math.Min(width, data.Length - position)].CopyTo(data.AsSpan(position));
    }

    private static void SearchEveryKind(KdTree tree, TestPoint[] points, Random random)
    {
        GeoPoint[] centers = [points[random.Next(points.Length)].Position, PointSets.RandomPosition(Distribution.Uniform, random)];
        BoundingBox[] boxes = [Geo.Box(-90, 180, 90, -180), QuerySets.Around(centers[0], 20, random), QuerySets.Around(Geo.At(0, 180), 90, random)];
        PointFilter[] filters =
        [
            default,
            new PointFilter { Classes = ClassSet.Where(tree.ClassCount, number => number % 3 == 0) },
            new PointFilter { Classes = ClassSet.Where(tree.ClassCount, number => number % 3 != 0), NotExpiredAt = PointSets.ExpiryEnd / 2 },
            new PointFilter { Classes = RareClasses(tree) },
            new PointFilter { Classes = RareClasses(tree), NotExpiredAt = PointSets.ExpiryEnd / 2 },
        ];
        foreach (PointFilter filter in filters)
        {
            foreach (int k in (int[])[1, 10, 300])
            {
                var results = new Neighbor[k];
                SearchAudited(tree, filter, centers, boxes, results);
                foreach (GeoPoint center in centers)
                {
                    AssertStored(tree, results, tree.Nearest(center, results, filter));
                    AssertStored(tree, results, tree.NearestWithin(center, 100_000, results, filter));
                    AssertStored(tree, results, tree.NearestInBox(center, boxes[1], results, filter));
                }

                foreach (BoundingBox box in boxes)
                {
                    AssertStored(tree, results, tree.InBox(box, results, filter));
                    AssertStored(tree, results, tree.AnyInBox(box, results, filter));
                }

                AssertStored(tree, results, tree.LowestIds(results, filter));
            }
        }

        for (int row = 0; row < tree.Count; row += 1 + (tree.Count / 10))
        {
            Assert.Equal(row, tree.RowOf(tree.IdAt(row)));
            _ = (tree.PointAt(row), tree.ClassAt(row), tree.ExpiryAt(row), tree.RowInIdOrder(row));
        }
    }

    /// <summary>The last classes have the fewest points, and with them runs.</summary>
    private static ClassSet RareClasses(KdTree tree) => ClassSet.Where(tree.ClassCount, number => number >= tree.ClassCount - 5);

    private static void AssertStored(KdTree tree, Neighbor[] results, int count)
    {
        foreach (Neighbor found in results.AsSpan(0, count))
        {
            Assert.Equal(tree.IdAt(found.Row), found.Id);
        }
    }

    /// <summary>The same searches with every step watched, so that one that would not end fails.</summary>
    private static void SearchAudited(KdTree tree, PointFilter filter, GeoPoint[] centers, BoundingBox[] boxes, Neighbor[] results)
    {
        ReadOnlySpan<ulong> words = filter.Classes is null ? default : filter.Classes.Words;
        ReadOnlySpan<ulong> nodeWords = filter.Classes is null ? default : filter.Classes.NodeWords;
        fixed (byte* start = tree.Data.Span)
        fixed (ulong* classes = words)
        fixed (ulong* nodeClasses = nodeWords)
        {
            var view = new KdTreeView(tree.Layout, start);
            if (filter == default)
            {
                SearchAudited(view, default(EveryPoint), centers, boxes, results);
            }
            else
            {
                SearchAudited(view, new FilteredPoints(view, filter, classes, nodeClasses), centers, boxes, results);
            }
        }
    }

    private static void SearchAudited<TTest>(in KdTreeView tree, TTest test, GeoPoint[] centers, BoundingBox[] boxes, Neighbor[] results)
        where TTest : struct, IPointTest
    {
        foreach (GeoPoint center in centers)
        {
            foreach (double radius in (double[])[double.PositiveInfinity, 100_000])
            {
                int steps = 0;
                new NearestQuery<Everywhere>(center, radius, default, results).Run(tree, new AuditedPoints<TTest>(test, &steps));
            }

            int stepsInBox = 0;
            new NearestQuery<InsideBox>(center, double.PositiveInfinity, new InsideBox(boxes[1]), results)
                .Run(tree, new AuditedPoints<TTest>(test, &stepsInBox));
        }

        foreach (BoundingBox box in boxes)
        {
            int steps = 0;
            new BoxQuery(box, isAnyOrder: false, results).Run(tree, new AuditedPoints<TTest>(test, &steps));
        }
    }
}

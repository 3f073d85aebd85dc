namespace SpatialIndex.Tests;

/// <summary>Every vector width of a kernel against its plain twin, and their bounds against the haversine.</summary>
public sealed unsafe class KernelTests
{
    private const int Seed = 4711;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void ChildDistances_EveryWidth_AreThePlainOnes(Distribution distribution) => ForEachNode(distribution, (tree, level, index, center) =>
    {
        int number = tree.Layout.FirstNodes[level] + index;
        (float y, float x, float cosine, _) = QueryIn(tree.Nodes + number, center);
        int* plain = stackalloc int[KdTreeShape.Fanout];
        int* vector = stackalloc int[KdTreeShape.Fanout];
        foreach (uint open in (uint[])[ushort.MaxValue, 0, 0x8421, 0x00FF, 0x7F00, 1])
        {
            foreach (bool hasCosines in (bool[])[true, false])
            {
                float* cosines = hasCosines ? tree.ChildCosines + (number * KdTreeShape.Fanout) : null;
                ChildDistances.MeasurePlain(tree.Nodes + number, cosines, y, x, cosine, open, plain);
                ChildDistances.Measure256(tree.Nodes + number, cosines, y, x, cosine, open, vector);
                Assert.True(new Span<int>(plain, KdTreeShape.Fanout).SequenceEqual(new Span<int>(vector, KdTreeShape.Fanout)));
                ChildDistances.Measure512(tree.Nodes + number, cosines, y, x, cosine, open, vector);
                Assert.True(new Span<int>(plain, KdTreeShape.Fanout).SequenceEqual(new Span<int>(vector, KdTreeShape.Fanout)));
            }
        }
    });

    /// <summary>No point is nearer than its box says, once the factor of the limit is taken into account.</summary>
    [Theory]
    [MemberData(nameof(Distributions))]
    public void ChildDistances_OfABox_AreWithinTheLimitOfItsNearestPoint(Distribution distribution) => ForEachNode(distribution, (tree, level, index, center) =>
    {
        int number = tree.Layout.FirstNodes[level] + index;
        KdTreeNode* node = tree.Nodes + number;
        (float y, float x, float cosine, bool isNear) = QueryIn(node, center);
        int* distances = stackalloc int[KdTreeShape.Fanout];
        float* cosines = isNear && level == 1 ? null : tree.ChildCosines + (number * KdTreeShape.Fanout);
        ChildDistances.Measure(node, cosines, y, x, cosine, ushort.MaxValue, distances);
        for (int child = 0; child < tree.Layout.Shape.ChildCount(level, index); child++)
        {
            int childIndex = (index * KdTreeShape.Fanout) + child;
            double nearest = double.PositiveInfinity;
            for (int row = tree.Layout.Shape.FirstRow(level - 1, childIndex); row < tree.Layout.Shape.FirstRow(level - 1, childIndex + 1); row++)
            {
                nearest = Math.Min(nearest, Haversine.DistanceMeters(center.Latitude, center.Longitude, tree.Records[row].Latitude, tree.Records[row].Longitude));
            }

            var limit = new SearchLimit(center, nearest);
            Assert.True(
                distances[child] <= BitConverter.SingleToInt32Bits(limit.ForBoxes(node->CellRadius)),
                $"Seed {Seed}: from {center} child {child} of node {index} on level {level} is {nearest} m away.");
        }
    });

    [Theory]
    [MemberData(nameof(Distributions))]
    public void LeafChords_EveryWidth_ArePlainAndWithinTheirError(Distribution distribution)
    {
        int near = 0;
        ForEachNode(distribution, (tree, level, index, center) =>
        {
            KdTreeNode* node = tree.Nodes + index;
            (float y, float x, float cosine, bool isNear) = QueryIn(node, center);
            if (level > 1 || !isNear)
            {
                return;
            }

            near++;
            float* plain = stackalloc float[KdTreeShape.LeafSize];
            float* vector = stackalloc float[KdTreeShape.LeafSize];
            for (int child = 0; child < tree.Layout.Shape.ChildCount(1, index); child++)
            {
                int leaf = (index * KdTreeShape.Fanout) + child;
                LeafChords.NearPlain(tree.CellsOf(leaf), node, y, x, cosine, 0, plain);
                foreach (float limit in (float[])[1e-8f, plain[leaf % KdTreeShape.LeafSize], 1e-3f, float.PositiveInfinity])
                {
                    uint bits = LeafChords.NearPlain(tree.CellsOf(leaf), node, y, x, cosine, limit, plain);
                    Assert.Equal(bits, LeafChords.Near256(tree.CellsOf(leaf), node, y, x, cosine, limit, vector));
                    Assert.True(new Span<float>(plain, KdTreeShape.LeafSize).SequenceEqual(new Span<float>(vector, KdTreeShape.LeafSize)));
                    Assert.Equal(bits, LeafChords.Near512(tree.CellsOf(leaf), node, y, x, cosine, limit, vector));
                    Assert.True(new Span<float>(plain, KdTreeShape.LeafSize).SequenceEqual(new Span<float>(vector, KdTreeShape.LeafSize)));
                }

                int firstRow = leaf * KdTreeShape.LeafSize;
                for (int i = 0; i < KdTreeShape.LeafSize && firstRow + i < tree.Count; i++)
                {
                    KdTreeRecord record = tree.Records[firstRow + i];
                    double meters = Haversine.DistanceMeters(center.Latitude, center.Longitude, record.Latitude, record.Longitude);
                    double chord = 2 * Math.Sin(meters / (2 * Haversine.EarthRadiusMeters));
                    double error = Math.Abs(Math.Sqrt(plain[i]) - chord);
                    Assert.True(
                        error <= (chord * LeafChords.RelativeError) + node->CellRadius,
                        $"Seed {Seed}: from {center} to {record} the chord {chord} is off by {error}.");
                }
            }
        });
        Assert.True(near > 0 || distribution is not Distribution.Towns, "No query was near any node.");
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void RunChords_EveryWidth_AreThePlainOnes(Distribution distribution)
    {
        const int Stride = 2 * ClassRuns.Group;
        TestPoint[] points = PointSets.Make(distribution, Stride, Seed);
        float* positions = stackalloc float[3 * Stride];
        for (int i = 0; i < Stride; i++)
        {
            var vector = UnitVector.Of(points[i].Position.Latitude, points[i].Position.Longitude);
            (positions[i], positions[Stride + i], positions[(2 * Stride) + i]) = ((float)vector.X, (float)vector.Y, (float)vector.Z);
        }

        float* plain = stackalloc float[ClassRuns.Group];
        float* chords = stackalloc float[ClassRuns.Group];
        foreach (GeoPoint center in QuerySets.Centers(points, Seed))
        {
            var query = UnitVector.Of(center.Latitude, center.Longitude);
            (float x, float y, float z) = ((float)query.X, (float)query.Y, (float)query.Z);
            for (int first = 0; first < Stride; first += ClassRuns.Group)
            {
                RunChords.MeasurePlain(positions + first, Stride, x, y, z, 0, plain);
                foreach (float limit in (float[])[0, plain[7], 1, 4.1f])
                {
                    uint bits = RunChords.MeasurePlain(positions + first, Stride, x, y, z, limit, plain);
                    for (int i = 0; i < ClassRuns.Group; i++)
                    {
                        double meters = Haversine.DistanceMeters(center, points[first + i].Position);
                        double chord = 2 * Math.Sin(meters / (2 * Haversine.EarthRadiusMeters));
                        Assert.Equal(chord, Math.Sqrt(plain[i]), 1e-3);
                        Assert.Equal(plain[i] <= limit, (bits >> i & 1) != 0);
                    }

                    Assert.Equal(bits, RunChords.Measure256(positions + first, Stride, x, y, z, limit, chords));
                    Assert.True(new Span<float>(plain, ClassRuns.Group).SequenceEqual(new Span<float>(chords, ClassRuns.Group)));
                    Assert.Equal(bits, RunChords.Measure512(positions + first, Stride, x, y, z, limit, chords));
                    Assert.True(new Span<float>(plain, ClassRuns.Group).SequenceEqual(new Span<float>(chords, ClassRuns.Group)));
                }
            }
        }
    }

    [Fact]
    public void ChildMasks_EveryWidth_AreTheChildrenThatPass()
    {
        var random = new Random(Seed);
        ulong* words = stackalloc ulong[KdTreeShape.Fanout];
        ushort* ranks = stackalloc ushort[KdTreeShape.Fanout];
        for (int trial = 0; trial < 1_000; trial++)
        {
            uint withAny = 0;
            uint from = 0;
            ulong bits = 1UL << random.Next(64) | 1UL << random.Next(64);
            ushort least = (ushort)random.Next(8);
            for (int child = 0; child < KdTreeShape.Fanout; child++)
            {
                words[child] = (ulong)random.NextInt64() & (ulong)random.NextInt64() & (ulong)random.NextInt64();
                ranks[child] = (ushort)random.Next(8);
                withAny |= (words[child] & bits) == 0 ? 0 : 1u << child;
                from |= ranks[child] < least ? 0 : 1u << child;
            }

            Assert.Equal(withAny, ChildMasks.WithAnyPlain(words, bits));
            Assert.Equal(withAny, ChildMasks.WithAny512(words, bits));
            Assert.Equal(from, ChildMasks.FromPlain(ranks, least));
            Assert.Equal(from, ChildMasks.From256(ranks, least));
        }
    }

    private delegate void Check(KdTreeView tree, int level, int index, GeoPoint center);

    private static (float Y, float X, float Cosine, bool IsNear) QueryIn(KdTreeNode* node, GeoPoint center)
    {
        (float y, float x, bool isNear) = node->Locate(center);
        return (y, x, (float)Haversine.CosineOfDegrees(center.Latitude), isNear);
    }

    private static void ForEachNode(Distribution distribution, Check check)
    {
        TestPoint[] points = PointSets.Make(distribution, 20_000, Seed);
        KdTree tree = PointSets.Build(points);
        GeoPoint[] centers = [.. QuerySets.Centers(points, Seed).Take(40)];
        fixed (byte* start = tree.Data.Span)
        {
            var view = new KdTreeView(tree.Layout, start);
            for (int level = 1; level <= tree.Layout.Shape.TopLevel; level++)
            {
                for (int index = 0; index < tree.Layout.Shape.NodesOn(level); index++)
                {
                    foreach (GeoPoint center in centers)
                    {
                        check(view, level, index, center);
                    }
                }
            }
        }
    }
}

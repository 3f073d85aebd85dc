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

namespace SpatialIndex.Tests;

public sealed class SearchExplanationTests
{
    private const int Seed = 7227;

    private static readonly TestPoint[] Points = PointSets.Make(Distribution.Towns, 20_000, Seed);
    private static readonly KdTree Tree = PointSets.Build(Points);

    [Fact]
    public void Explain_EveryKind_FindsTheSame()
    {
        var results = new Neighbor[20];
        var explained = new Neighbor[20];
        foreach (GeoPoint center in QuerySets.Centers(Points, Seed))
        {
            foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
            {
                BoundingBox box = QuerySets.Around(center, 10, new Random(Seed));
                AssertSame(Tree.Nearest(center, results, filter), Tree.ExplainNearest(center, explained, filter, out _));
                AssertSame(Tree.NearestWithin(center, 1e5, results, filter), Tree.ExplainNearestWithin(center, 1e5, explained, filter, out _));
                AssertSame(Tree.NearestInBox(center, box, results, filter), Tree.ExplainNearestInBox(center, box, explained, filter, out _));
                AssertSame(Tree.InBox(box, results, filter), Tree.ExplainInBox(box, explained, filter, out _));
            }
        }

        void AssertSame(int count, int explainedCount)
        {
            Assert.Equal(count, explainedCount);
            Assert.Equal(results[..count].Select(result => result.Id), explained[..count].Select(result => result.Id));
        }
    }

    [Fact]
    public void ExplainNearest_EveryPointWanted_LooksAtAll()
    {
        Tree.ExplainNearest(Geo.At(0, 0), new Neighbor[Points.Length], default, out SearchExplanation explanation);

        Assert.Equal(SearchPlan.Tree, explanation.Plan);
        Assert.Equal(Tree.Layout.Shape.NodeCount, explanation.Nodes);
        Assert.Equal(Tree.Layout.Shape.LeafCount, explanation.Leaves);
        Assert.Equal(0, explanation.PrunedByDistance + explanation.PrunedByClass + explanation.PrunedByExpiry);
    }

    [Fact]
    public void ExplainNearest_FewWanted_PrunesByDistance()
    {
        Tree.ExplainNearest(Points[0].Position, new Neighbor[1], default, out SearchExplanation explanation);

        Assert.InRange(explanation.Leaves, 1, 20);
        Assert.InRange(explanation.PrunedByDistance, 16, 16 * explanation.Nodes);
    }

    /// <summary>Each subtree below an opened node was opened, looked at, or pruned for one reason.</summary>
    [Fact]
    public void Explain_AnyFilter_AccountsForEverySubtree()
    {
        foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
        {
            Tree.ExplainNearest(Points[7].Position, new Neighbor[10], filter, out SearchExplanation explanation);
            if (explanation.Plan == SearchPlan.Tree)
            {
                int below = explanation.Nodes - 1 + explanation.Leaves
                    + explanation.PrunedByDistance + explanation.PrunedByClass + explanation.PrunedByExpiry;
                Assert.True(explanation.PrunedByDistance >= 0, $"{explanation}");
                Assert.InRange(below, (16 * explanation.Nodes) - 45, 16 * explanation.Nodes);
            }
        }
    }

    [Fact]
    public void ExplainNearest_ClassAndAge_PruneByEach()
    {
        TestPoint[] points = PointSets.Make(Distribution.Uniform, 20_000, Seed, classCount: 1);
        Array.Sort(points, (a, b) => a.Position.Longitude.CompareTo(b.Position.Longitude));
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = points[i] with { Class = i < 10_000 ? 0 : 1, Expiry = i % 10_000 < 5_000 ? 1 : 2 };
        }

        KdTree tree = PointSets.Build(points, 2);
        tree.ExplainNearest(
            Geo.At(0, -120), new Neighbor[6_000], new PointFilter { Classes = ClassSet.Of(2, 1), NotExpiredAt = 2 }, out SearchExplanation explanation);

        Assert.True(explanation.PrunedByClass > 20, $"{explanation}");
        Assert.True(explanation.PrunedByExpiry > 20, $"{explanation}");
    }
}

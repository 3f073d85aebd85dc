namespace SpatialIndex.Tests;

public class SearchPlannerTests
{
    private const int Count = 20_000;
    private const int Matches = 1_500;

    private static readonly TestPoint[] Points = [.. PointSets.Make(Distribution.Towns, Count, 7447, classCount: 1).Select(static (point, i) => i < Matches ? point with { Class = 1 } : point)];
    private static readonly KdTree Tree = PointSets.Build(Points, 2);
    private static readonly PointFilter Filter = new() { Classes = ClassSet.Of(2, 1) };

    /// <summary>Those that have the results and those around them, of leaves that hold as many matches as are to be expected, but one at least.</summary>
    [Theory]
    [InlineData(1, 1, 1_000, 4)]
    [InlineData(4, 1, 1_000, 9)]
    [InlineData(100, 1_000, 32_000, 121)]
    [InlineData(100, 4_000, 32_000, 31)]
    [InlineData(9, 32_000, 32_000, 1.46875)]
    public void LeavesToVisit_ByMatchesALeaf_IsAsManyAsAreToBeExpected(int results, int matches, int count, double expected) =>
        Assert.Equal(expected, SearchPlanner.LeavesToVisit(results, matches, count), 1e-12);

    /// <summary>The more results are wanted, the more leaves there are to visit; within a radius few results are to be expected.</summary>
    [Fact]
    public void Choose_ByWhatIsWanted_TakesTheCheaperPlan()
    {
        GeoPoint center = Points[0].Position;

        Tree.ExplainNearest(center, new Neighbor[1], Filter, out SearchExplanation one);
        Tree.ExplainNearest(center, new Neighbor[100], Filter, out SearchExplanation hundred);
        Tree.ExplainNearestWithin(center, 1_000, new Neighbor[100], Filter, out SearchExplanation within);
        Tree.ExplainNearest(center, new Neighbor[100], default, out SearchExplanation unfiltered);

        Assert.Equal((SearchPlan.Tree, SearchPlan.ClassRuns, SearchPlan.Tree, SearchPlan.Tree), (one.Plan, hundred.Plan, within.Plan, unfiltered.Plan));
    }
}

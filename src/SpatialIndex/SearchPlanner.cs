namespace SpatialIndex;

/// <summary>Chooses how a nearest search with a filter goes about it, by what either way is expected to cost.</summary>
/// <remarks>
/// The model, in nanoseconds, is fitted by the benchmark <c>plans</c>: looking at a run costs the same for each point of it, walking the tree
/// the same for each leaf, and a leaf holds as many matches as are to be expected of it, but at least one.
/// </remarks>
internal static class SearchPlanner
{
    private const double ScanBase = 290;
    private const double ScanPerPoint = 0.55;
    private const double WalkBase = 530;
    private const double WalkPerLeaf = 45;

    /// <summary>Within a radius or a box the tree may have to look at less than a search for so many results would.</summary>
    private const int ResultsInBounds = 4;

    /// <param name="tree">The tree.</param>
    /// <param name="test">The filter.</param>
    /// <param name="wanted">How many results are wanted.</param>
    /// <param name="isBounded">Whether a radius or a box bounds the search.</param>
    public static PlannedSearch Choose<TTest>(in KdTreeView tree, TTest test, int wanted, bool isBounded)
        where TTest : struct, IPointTest
    {
        int points = test.PointsInRuns(tree);
        if (points < 0)
        {
            return PlannedSearch.OfTree;
        }

        int results = isBounded ? Math.Min(wanted, ResultsInBounds) : wanted;
        double scan = ScanBase + (ScanPerPoint * points);
        return scan <= WalkBase + (WalkPerLeaf * LeavesToVisit(results, points, tree.Count))
            ? new PlannedSearch(SearchPlan.ClassRuns, 0)
            : new PlannedSearch(SearchPlan.Tree, (int)(2 * scan / WalkPerLeaf));
    }

    /// <summary>How many leaves are looked at for so many results among so many matches: those that have them, and those around them.</summary>
    public static double LeavesToVisit(int results, int matches, int count)
    {
        double matchesPerLeaf = Math.Max(1, (double)KdTreeShape.LeafSize * matches / count);
        return 1 + ((results + (2 * Math.Sqrt(results))) / matchesPerLeaf);
    }
}

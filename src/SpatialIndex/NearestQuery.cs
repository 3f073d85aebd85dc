namespace SpatialIndex;

/// <summary>The nearest points of an area within a radius.</summary>
internal readonly ref struct NearestQuery<TArea>(GeoPoint center, double radiusMeters, TArea area, Span<Neighbor> results) : IQuery
    where TArea : struct, IArea
{
    private readonly Span<Neighbor> _results = results;

    /// <summary>What was chosen already; by default the query chooses.</summary>
    public PlannedSearch? Planned { get; init; }

    /// <summary>A distance within which there are known to be as many results as are wanted.</summary>
    public double BoundMeters { get; init; } = double.PositiveInfinity;

    private bool IsBounded => radiusMeters < Haversine.MaxDistanceMeters || typeof(TArea) != typeof(Everywhere);

    /// <summary>Chooses how to go about it, wherever the center is.</summary>
    public PlannedSearch Plan<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest => test.Plan(tree, _results.Length, IsBounded);

    public int Run<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest
    {
        if (_results.IsEmpty)
        {
            return 0;
        }

        PlannedSearch planned = Planned ?? Plan(tree, test);
        test.Follow(planned.Plan);
        var limit = new SearchLimit(center, Math.Min(radiusMeters, BoundMeters));
        if (planned.Plan == SearchPlan.Tree)
        {
            var walk = new KdTreeWalk<TTest, TArea>(in tree, center, test, area, planned.MaxLeaves);
            int count = KdTreeSearch.Nearest(tree, center, radiusMeters, limit, walk, _results);
            if (count != KdTreeSearch.Abandoned)
            {
                return count;
            }

            test.Follow(SearchPlan.ClassRuns);
        }

        return KdTreeSearch.Nearest(tree, center, radiusMeters, limit, new ClassRunScan<TTest, TArea>(in tree, center, test, area), _results);
    }
}

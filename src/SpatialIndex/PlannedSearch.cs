namespace SpatialIndex;

/// <summary>What a planner chose.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="MaxLeaves">After so many leaves of the tree going over the runs would have been better, and still is.</param>
internal readonly record struct PlannedSearch(SearchPlan Plan, int MaxLeaves)
{
    /// <summary>Through the tree, however long it takes.</summary>
    public static PlannedSearch OfTree => new(SearchPlan.Tree, int.MaxValue);
}

namespace SpatialIndex;

/// <summary>The counters of a search that explains itself.</summary>
internal struct SearchWork
{
    public SearchPlan Plan;
    public int Roots;
    public int Nodes;
    public int Leaves;
    public int PointsTested;
    public int Reached;
    public int PrunedByClass;
    public int PrunedByExpiry;

    /// <summary>Every subtree that was reached and is not the root was opened, looked at, or left out for its distance.</summary>
    public readonly SearchExplanation Explain() => new()
    {
        Plan = Plan,
        Nodes = Nodes,
        Leaves = Leaves,
        PointsTested = PointsTested,
        PrunedByDistance = Plan == SearchPlan.Tree ? Reached - (Nodes - Roots) - Leaves : 0,
        PrunedByClass = PrunedByClass,
        PrunedByExpiry = PrunedByExpiry,
    };
}

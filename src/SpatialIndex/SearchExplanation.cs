namespace SpatialIndex;

/// <summary>What a search did: to see why one is slow, or how well a filter prunes.</summary>
/// <remarks>Counted only by the searches that are asked to explain themselves; the others do not pay for it.</remarks>
public readonly record struct SearchExplanation
{
    /// <summary>How the search went about it.</summary>
    public SearchPlan Plan { get; init; }

    /// <summary>Nodes of the tree whose children were measured.</summary>
    public int Nodes { get; init; }

    /// <summary>Groups of points looked at: leaves of the tree, subtrees inside a box, or pieces of a class's run.</summary>
    public int Leaves { get; init; }

    /// <summary>Points in these groups.</summary>
    public int PointsTested { get; init; }

    /// <summary>Subtrees left out because they lie too far, outside the area, or come after enough was found.</summary>
    public int PrunedByDistance { get; init; }

    /// <summary>Subtrees left out because they hold no point of a class that the filter keeps.</summary>
    public int PrunedByClass { get; init; }

    /// <summary>Subtrees left out because all their points have expired.</summary>
    public int PrunedByExpiry { get; init; }
}

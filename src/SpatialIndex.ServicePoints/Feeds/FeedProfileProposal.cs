namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>A profile that was proposed for a file. Immutable.</summary>
public sealed class FeedProfileProposal
{
    internal FeedProfileProposal()
    {
    }

    /// <summary>The profile.</summary>
    public required FeedProfile Profile { get; init; }

    /// <summary>What was recognised in the file, and by what, a line each.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What could not be decided and is left to the user, a line each.</summary>
    public required IReadOnlyList<string> Undecided { get; init; }
}

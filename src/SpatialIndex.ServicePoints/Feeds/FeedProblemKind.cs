namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>What became of a record, or of a field of it.</summary>
public enum FeedProblemKind
{
    /// <summary>The point is kept, but a field was dropped or had to be guessed.</summary>
    Warning,

    /// <summary>The record is left out because the profile says so: closed, a test, not a pick-up point.</summary>
    Skipped,

    /// <summary>The record is left out because another feed holds the same point, newer.</summary>
    Superseded,

    /// <summary>The record is left out because it is wrong.</summary>
    Rejected,
}

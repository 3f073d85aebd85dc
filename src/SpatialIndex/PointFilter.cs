namespace SpatialIndex;

/// <summary>What a point must satisfy besides lying in the area. The default value lets every point pass.</summary>
/// <remarks>Whole subtrees without a match are skipped: the filter is part of the search, not applied to its result.</remarks>
public readonly record struct PointFilter
{
    /// <summary>The classes to keep; null (the default) keeps all. Made for the class count of the tree it is used on.</summary>
    public ClassSet? Classes { get; init; }

    /// <summary>
    /// Keeps the points whose expiry is this instant or later; null (the default) keeps expired points too.
    /// In the unit that the points were added with.
    /// </summary>
    public long? NotExpiredAt { get; init; }
}

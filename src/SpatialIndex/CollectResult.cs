namespace SpatialIndex;

/// <summary>How the collecting of candidates ended.</summary>
internal enum CollectResult
{
    /// <summary>All candidates were handed over.</summary>
    Complete,

    /// <summary>The collector could take no more.</summary>
    Flooded,

    /// <summary>The source found that it would take longer than planned.</summary>
    Abandoned,
}

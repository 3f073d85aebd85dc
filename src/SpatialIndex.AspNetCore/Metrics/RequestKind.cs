namespace SpatialIndex.AspNetCore.Metrics;

/// <summary>What a request asked for.</summary>
internal enum RequestKind
{
    /// <summary>A list of points.</summary>
    List,

    /// <summary>A single point.</summary>
    Point,

    /// <summary>The availability of a point.</summary>
    Availability,

    /// <summary>Something that there is not.</summary>
    Other,
}

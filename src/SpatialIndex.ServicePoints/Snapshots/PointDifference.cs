namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>In what a point differs from what it was.</summary>
[Flags]
public enum PointDifference
{
    /// <summary>In nothing but perhaps the time of refreshing.</summary>
    None = 0,

    /// <summary>It was not there, or had vanished.</summary>
    Added = 1,

    /// <summary>It is not there any more, or has vanished.</summary>
    Removed = 2,

    /// <summary>Its position.</summary>
    Moved = 4,

    /// <summary>The carrier's kind or the general kind.</summary>
    Retyped = 8,

    /// <summary>Anything else.</summary>
    Changed = 16,
}

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>How alike two points of one carrier are in two feeds of which one has no identifiers, the surest first.</summary>
internal enum PlaceLikeness
{
    /// <summary>The same name at the same position.</summary>
    NameAndPosition,

    /// <summary>The same position, and the same kind.</summary>
    Position,

    /// <summary>The same name, no further away than a position found anew may be.</summary>
    NameNearby,
}

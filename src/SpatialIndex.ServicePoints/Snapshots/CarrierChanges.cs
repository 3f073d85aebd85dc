namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>How the points of a carrier differ between two snapshots. A point that was moved and retyped counts as both.</summary>
public sealed record CarrierChanges
{
    /// <summary>The code of the carrier.</summary>
    public required string Code { get; init; }

    /// <summary>Points that were not there before, or had vanished.</summary>
    public required long Added { get; init; }

    /// <summary>Points that are not there any more, or have vanished.</summary>
    public required long Removed { get; init; }

    /// <summary>Points whose position is another.</summary>
    public required long Moved { get; init; }

    /// <summary>Points of which one of the two kinds is another.</summary>
    public required long Retyped { get; init; }

    /// <summary>Points of which something else is another, the time of refreshing left out.</summary>
    public required long Changed { get; init; }

    /// <summary>Points that are as they were, but perhaps for the time of refreshing.</summary>
    public required long Unchanged { get; init; }

    /// <summary>How far the point went that was moved farthest, in metres; 0 when none was.</summary>
    public required double FarthestMoveMeters { get; init; }
}

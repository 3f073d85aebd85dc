namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Counts changes by carrier.</summary>
internal sealed class ChangeTally
{
    private readonly SortedDictionary<string, CarrierChanges> _carriers = new(StringComparer.Ordinal);

    /// <summary>What was counted, in order of the carriers' codes.</summary>
    public IReadOnlyList<CarrierChanges> Carriers => [.. _carriers.Values];

    /// <summary>Counts a point.</summary>
    /// <returns>In what it differs.</returns>
    public PointDifference Count(PointChange change)
    {
        PointDifference difference = change.Difference;
        CarrierChanges changes = Of(change.Point.Carrier.Code);
        bool isMoved = difference.HasFlag(PointDifference.Moved);
        bool isOnNeitherSide = change is { Before: null or { VanishedAt: not null }, After: null or { VanishedAt: not null } };
        _carriers[changes.Code] = changes with
        {
            Added = changes.Added + One(difference.HasFlag(PointDifference.Added)),
            Removed = changes.Removed + One(difference.HasFlag(PointDifference.Removed)),
            Moved = changes.Moved + One(isMoved),
            Retyped = changes.Retyped + One(difference.HasFlag(PointDifference.Retyped)),
            Changed = changes.Changed + One(difference.HasFlag(PointDifference.Changed)),
            Unchanged = changes.Unchanged + One(difference == PointDifference.None && !isOnNeitherSide),
            FarthestMoveMeters = isMoved ? Math.Max(changes.FarthestMoveMeters, change.DistanceMeters) : changes.FarthestMoveMeters,
        };
        return difference;
    }

    /// <summary>Counts points that are as they were.</summary>
    public void CountUnchanged(string carrierCode, long points)
    {
        CarrierChanges changes = Of(carrierCode);
        _carriers[carrierCode] = changes with { Unchanged = changes.Unchanged + points };
    }

    private static int One(bool isCounted) => isCounted ? 1 : 0;

    private CarrierChanges Of(string code) => _carriers.TryGetValue(code, out CarrierChanges? changes)
        ? changes
        : new CarrierChanges { Code = code, Added = 0, Removed = 0, Moved = 0, Retyped = 0, Changed = 0, Unchanged = 0, FarthestMoveMeters = 0 };
}

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>What a snapshot says of itself. Immutable.</summary>
public sealed record SnapshotHeader
{
    /// <summary>The version of the file format.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>When its feeds were fetched, or when it was built if that was not said.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The length of the file in bytes.</summary>
    public required long FileLength { get; init; }

    /// <summary>The feeds it was built from.</summary>
    public required IReadOnlyList<FeedSummary> Feeds { get; init; }

    /// <summary>The carriers that have points, in order of their countries and codes.</summary>
    public required IReadOnlyList<CarrierSummary> Carriers { get; init; }

    /// <summary>How the carriers that its feeds covered differ from the snapshot it was based on; empty when there was none.</summary>
    public required IReadOnlyList<CarrierChanges> Changes { get; init; }

    /// <summary>The countries that have points, in order of their codes, with the number of points.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Countries { get; init; }

    /// <summary>The sections, in the order of the file.</summary>
    public required IReadOnlyList<SnapshotSection> Sections { get; init; }
}

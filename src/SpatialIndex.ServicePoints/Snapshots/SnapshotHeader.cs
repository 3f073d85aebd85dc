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

    /// <summary>The countries that have points, in order of their codes, with the number of points stored, those that have vanished included.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Countries { get; init; }

    /// <summary>How many points there are, without those that have vanished.</summary>
    public long PointCount => Carriers.Sum(static carrier => carrier.Points);

    /// <summary>How many points of a country there are, without those that have vanished.</summary>
    /// <param name="countryCode">The code of the country in upper case.</param>
    public long PointCountOf(string countryCode) => Carriers.Where(carrier => carrier.CountryCode == countryCode).Sum(static carrier => carrier.Points);

    /// <summary>The sections, in the order of the file.</summary>
    public required IReadOnlyList<SnapshotSection> Sections { get; init; }
}

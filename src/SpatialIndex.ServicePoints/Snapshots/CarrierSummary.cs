namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>How many points of a carrier a snapshot holds in a country and how old they are.</summary>
/// <param name="Code">The carrier code of the points.</param>
/// <param name="CountryCode">The country.</param>
/// <param name="Points">How many there are, those that vanished left out.</param>
/// <param name="Vanished">How many vanished and can still be found by their ids.</param>
/// <param name="OldestRefreshedAt">The oldest time of refreshing, vanished or not.</param>
/// <param name="NewestRefreshedAt">The newest time of refreshing, vanished or not.</param>
public sealed record CarrierSummary(
    string Code, string CountryCode, long Points, long Vanished, DateTimeOffset OldestRefreshedAt, DateTimeOffset NewestRefreshedAt);

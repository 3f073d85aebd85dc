namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A carrier in a country of which a feed holds points, and so, being full, all of them.</summary>
/// <param name="CarrierCode">The code of the carrier.</param>
/// <param name="CountryCode">The code of the country.</param>
public sealed record CoveredCarrier(string CarrierCode, string CountryCode);

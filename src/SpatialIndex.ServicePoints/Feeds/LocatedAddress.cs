namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Where an address is.</summary>
/// <param name="Position">The place.</param>
/// <param name="Precision">How specific the place is, in words of the contract.</param>
/// <param name="UncertaintyMeters">How far from the position the address may be.</param>
/// <param name="IsWhole">Whether all of the address was found, and nothing contradicts.</param>
internal sealed record LocatedAddress(GeoPoint Position, string Precision, double UncertaintyMeters, bool IsWhole);

namespace Airports;

/// <summary>An airport that was found.</summary>
internal sealed record NearbyAirport(Airport Airport, double DistanceMeters);

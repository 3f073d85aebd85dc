namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>A geocoder's answer and what it knows beyond the contract.</summary>
/// <param name="Answer">The contract's answer.</param>
/// <param name="UncertaintyMeters">How far from the location the place may be; null when none was found.</param>
public sealed record GeocodedAddress(GeocodingAnswer Answer, double? UncertaintyMeters);

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>What words of an address were taken for.</summary>
/// <param name="Part">The part of an address, in the words of <see cref="GeocodingPrecision"/>.</param>
/// <param name="Words">The words as they are compared: in plain lower-case letters, abbreviations written out.</param>
/// <param name="Matched">The name that they were found to mean; null when the part was read and not found.</param>
/// <param name="Edits">How many letters had to be corrected.</param>
public sealed record GeocodingPart(string Part, string Words, string? Matched, int Edits);

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>A file to build a gazetteer from.</summary>
/// <param name="Path">The file, gzip or not, of any kind that <c>docs/geocoding.md</c> lists.</param>
/// <param name="CountryCode">
/// The country that the file is of, in any case; lines of others are left out. Null when the file says it itself, or its path does as OpenAddresses
/// lays files out (<c>us/ca/berkeley.csv</c>) or by the first two letters of its name (<c>at_wien.csv</c>).
/// </param>
public sealed record GazetteerInput(string Path, string? CountryCode = null);

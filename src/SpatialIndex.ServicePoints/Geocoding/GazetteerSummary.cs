namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>What a gazetteer knows of a country.</summary>
/// <param name="CountryCode">The country.</param>
/// <param name="Localities">How many towns and villages.</param>
/// <param name="PostalCodes">How many postal codes.</param>
/// <param name="Streets">How many streets; one that runs through several postal codes counts in each.</param>
/// <param name="HouseNumbers">How many house numbers.</param>
/// <param name="Bytes">The bytes of the country in the file; 0 when there is none.</param>
public sealed record GazetteerSummary(string CountryCode, int Localities, int PostalCodes, int Streets, int HouseNumbers, long Bytes);

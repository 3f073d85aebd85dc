using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Matching;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Writes addresses in the order of their country.</summary>
internal static class FormattedAddress
{
    public static string Of(CountryGazetteer country, AddressMatch match)
    {
        string code = match.PostalCode < 0 ? "" : country.TextAt(country.PostalCodes.Span[match.PostalCode].Code);
        string city = match.Locality < 0 ? "" : country.TextAt(country.Localities.Span[match.Locality].Name);
        string region = match.Locality < 0 ? match.Region : country.TextAt(country.Localities.Span[match.Locality].Region);
        string[] lines = match.Street >= 0
            ? [StreetLine(country, match), CityLine(country, code, city)]
            : [match.Precision == GeocodingPrecision.PostalCode ? code : "", city, region == city ? "" : region];
        return string.Join(", ", lines.Append(CountryNames.Of(country.Code)).Where(static line => line.Length > 0));
    }

    private static string StreetLine(CountryGazetteer country, AddressMatch match)
    {
        string street = country.TextAt(country.Streets.Span[match.Street].Name);
        return match.HouseNumber.Length == 0 ? street
            : country.Way is "FR" or "GB" ? $"{match.HouseNumber} {street}"
            : $"{street} {match.HouseNumber}";
    }

    private static string CityLine(CountryGazetteer country, string code, string city) =>
        (country.Way == "GB" ? $"{city} {code}" : $"{code} {city}").Trim();
}

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>A postal code of GeoNames, however it is written.</summary>
internal static class GeoNamesPostalCode
{
    public static SourceLine Line(string countryCode, string postalCode, string place, string region, GeoPoint? position) =>
        SourceValue.Country(countryCode) is not { } country ? GazetteerLoss.NoCountry
        : position is not { } known ? GazetteerLoss.NoPosition
        : new GazetteerRecord
        {
            Source = GazetteerSourceKind.GeoNamesPostal,
            CountryCode = country,
            PostalCode = postalCode,
            Locality = WithoutCedex(place),
            Region = region,
            Position = known,
        };

    private static string WithoutCedex(string place)
    {
        int at = place.IndexOf(" cedex", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? place : place[..at];
    }
}

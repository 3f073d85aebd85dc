namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>An address of OpenAddresses, however it is written.</summary>
internal static class OpenAddress
{
    /// <param name="file">The file, which may tell the country.</param>
    /// <param name="position">Where it is; null when that is not known.</param>
    /// <param name="column">The values by OpenAddresses' names in lower case; empty when there are none.</param>
    public static SourceLine Line(SourceFile file, GeoPoint? position, Func<string, string> column)
    {
        if (position is not { } known)
        {
            return GazetteerLoss.NoPosition;
        }

        if (file.CountryOf(column("country")) is not { } country)
        {
            return GazetteerLoss.NoCountry;
        }

        var record = new GazetteerRecord
        {
            Source = GazetteerSourceKind.HouseNumbers,
            CountryCode = country,
            Locality = column("city"),
            PostalCode = column("postcode"),
            Region = column("region"),
            Street = column("street"),
            HouseNumber = column("number"),
            Position = known,
        };
        return record is { Street.Length: 0, Locality.Length: 0, PostalCode.Length: 0 } ? GazetteerLoss.NoAddress : record;
    }
}

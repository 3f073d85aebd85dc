namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The kinds of files that are known.</summary>
internal static class SourceReaders
{
    /// <summary>A reader of each kind, for one gazetteer; what recognises more comes later.</summary>
    public static IReadOnlyList<ISourceReader> Create()
    {
        var regions = new RegionNames();
        return
        [
            new SnapshotReader(),
            new Admin1JsonReader(regions),
            new Admin1TableReader(regions),
            new GeoNamesCitiesReader(regions),
            new GeoNamesPostalReader(),
            new GeoNamesPostalCsvReader(),
            new LaPosteReader(),
            new BerlinStreetsReader(),
            new BerlinPlacesReader(),
            new BerlinDistrictsReader(),
            new OpenAddressesCsvReader(),
            new OpenAddressesGeoJsonReader(),
            new BanoReader(),
        ];
    }
}

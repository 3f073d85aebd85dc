namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>Where a record comes from; of two names of one place that of the higher kind is shown.</summary>
internal enum GazetteerSourceKind : byte
{
    ServicePoints,
    LaPoste,
    GeoNamesCities,
    GeoNamesPostal,
    Streets,
    HouseNumbers,
}

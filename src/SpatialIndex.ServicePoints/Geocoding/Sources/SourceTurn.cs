namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>
/// The order in which sources are read: names of regions before the cities that bear them, cities before others that belong to them, and
/// service points last, because they know least.
/// </summary>
internal enum SourceTurn
{
    Regions,
    Cities,
    PostalCodes,
    LaPoste,
    HouseNumbers,
    Streets,
    ServicePoints,
}

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>The classes of a country's tree.</summary>
internal enum PlaceKind
{
    Locality,
    PostalCode,
    Street,
    House,
}

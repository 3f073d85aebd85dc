using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The addresses of service points as records of a gazetteer: what carriers say is good for a street, not for a house.</summary>
internal static class ServicePointRecords
{
    public static IEnumerable<GazetteerRecord> Of(Snapshot snapshot) => snapshot.Points().Select(Of);

    private static GazetteerRecord Of(ServicePoint point) => new()
    {
        Source = GazetteerSourceKind.ServicePoints,
        CountryCode = point.Address.CountryCode,
        Locality = point.Address.City,
        PostalCode = point.Address.PostalCode,
        Street = point.Address.Street,
        HouseNumber = point.Address.HouseNumber,
        Position = point.Position,
    };
}

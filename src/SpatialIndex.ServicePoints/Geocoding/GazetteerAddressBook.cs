using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Where the addresses of feeds are, by a gazetteer.</summary>
internal sealed class GazetteerAddressBook(Gazetteer gazetteer) : IAddressBook
{
    private readonly GazetteerGeocoder _geocoder = new(gazetteer);

    public LocatedAddress? Locate(Address address)
    {
        GeocodedAddress found = _geocoder.Geocode(new GeocodingAddress
        {
            CountryCode = address.CountryCode,
            Street = Given(address.Street),
            HouseNumber = Given(address.HouseNumber),
            PostalCode = Given(address.PostalCode),
            City = Given(address.City),
        });
        return found.Answer is { Location: { } position, Precision: GeocodingPrecision.HouseNumber or GeocodingPrecision.Street or GeocodingPrecision.PostalCode or GeocodingPrecision.City }
            ? new LocatedAddress(position, found.Answer.Precision, found.UncertaintyMeters!.Value, found.Answer.Status == GeocodingStatus.Matched)
            : null;
    }

    public double? MetersOutsidePostalCode(Address address, GeoPoint position)
    {
        using MappedFileLease lease = gazetteer.Lease();
        double? own = MetersOutside(address.CountryCode, address.PostalCode, position);
        double? parents = Territories.ParentOf(address.CountryCode) is { } parent ? MetersOutside(parent, address.PostalCode, position) : null;
        return own < parents ? own : parents ?? own;
    }

    private double? MetersOutside(string countryCode, string postalCode, GeoPoint position)
    {
        if (gazetteer.Country(countryCode) is not { } country || country.FindPostalCode(postalCode, out _) is not { } code)
        {
            return null;
        }

        double distance = Haversine.DistanceMeters(position, country.PositionOf(PlaceKind.PostalCode, code));
        return Math.Max(0, distance - country.PostalCodes.Span[code].RadiusMeters);
    }

    private static string? Given(string part) => part.Length == 0 ? null : part;
}

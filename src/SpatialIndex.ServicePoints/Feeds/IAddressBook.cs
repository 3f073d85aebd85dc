using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Knows where addresses are. Safe to use from any number of threads.</summary>
internal interface IAddressBook
{
    /// <summary>Where an address is; null when it is not found, or only the region or country that it lies in.</summary>
    LocatedAddress? Locate(Address address);

    /// <summary>How far a position lies outside the area of an address's postal code, in metres; 0 inside, null when the code is not known.</summary>
    double? MetersOutsidePostalCode(Address address, GeoPoint position);
}

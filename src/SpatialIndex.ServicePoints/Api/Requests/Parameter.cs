namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>The query parameters of the list in the order of the contract, which is the order of errors.</summary>
internal enum Parameter
{
    CountryCode,
    CarrierCode,
    UseIntegrationCarriers,
    Address,
    AddressStreet,
    AddressHouseNumber,
    AddressPostalCode,
    AddressCity,
    Latitude,
    Longitude,
    NorthEastLatitude,
    NorthEastLongitude,
    SouthWestLatitude,
    SouthWestLongitude,
    Radius,
    CarrierServicePointId,
    CarrierShopType,
    GeneralShopType,
    Limit,
}

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>The fields of a point that a profile fills. In a profile they are written in snake case.</summary>
internal enum FeedField
{
    Id,
    Name,
    CarrierCode,
    CarrierName,
    CarrierLogoUrl,
    CarrierIconUrl,
    CarrierServicePointId,
    CarrierShopType,
    GeneralShopType,
    Street,
    HouseNumber,
    PostalCode,
    City,
    CountryCode,
    Latitude,
    Longitude,
    Email,
    Phone,
    RefreshedAt,
    VanishedAt,
    TimeZone,
}

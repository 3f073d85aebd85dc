namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>How specific a place is, in the contract's words. Geocoders may use others.</summary>
public static class GeocodingPrecision
{
    /// <summary>A house.</summary>
    public const string HouseNumber = "house_number";

    /// <summary>A street, somewhere on it.</summary>
    public const string Street = "street";

    /// <summary>The area of a postal code.</summary>
    public const string PostalCode = "postal_code";

    /// <summary>A city.</summary>
    public const string City = "city";

    /// <summary>A state or province.</summary>
    public const string Region = "region";
}

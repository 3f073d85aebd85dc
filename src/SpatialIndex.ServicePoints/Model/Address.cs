namespace SpatialIndex.ServicePoints.Model;

/// <summary>The postal address of a service point. No part is null; an unknown part is the empty string.</summary>
public sealed record Address
{
    /// <summary>Street name, or the whole line where the carrier does not tell the number apart.</summary>
    public required string Street { get; init; }

    /// <summary>House number with its suffixes, as the carrier writes it.</summary>
    public required string HouseNumber { get; init; }

    /// <summary>Postal code, as the carrier writes it.</summary>
    public required string PostalCode { get; init; }

    /// <summary>Town or city.</summary>
    public required string City { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code in upper case.</summary>
    public required string CountryCode { get; init; }
}

using System.Globalization;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>
/// A request for a list as an object: the contract's parameters, all optional here, because it is the answer that says what is missing or
/// wrong. Null is not given, and so is a list without values; only <see cref="CarrierServicePointIds"/> without values finds nothing.
/// </summary>
public sealed record ServicePointsRequest
{
    /// <summary>ISO 3166-1 alpha-2 code in any case. Required by the contract.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Carriers to search; either these or <see cref="UseIntegrationCarriers"/>.</summary>
    public IReadOnlyCollection<string>? CarrierCodes { get; init; }

    /// <summary>Whether to search the carriers of the account's integration.</summary>
    public bool? UseIntegrationCarriers { get; init; }

    /// <summary>The reference point as free text.</summary>
    public string? Address { get; init; }

    /// <summary>Street of the reference point.</summary>
    public string? AddressStreet { get; init; }

    /// <summary>House number of the reference point; needs a street or a postal code.</summary>
    public string? AddressHouseNumber { get; init; }

    /// <summary>Postal code of the reference point.</summary>
    public string? AddressPostalCode { get; init; }

    /// <summary>City of the reference point.</summary>
    public string? AddressCity { get; init; }

    /// <summary>Latitude of the reference point, −90 to 90 degrees; together with <see cref="Longitude"/>.</summary>
    public double? Latitude { get; init; }

    /// <summary>Longitude of the reference point, −180 to 180 degrees.</summary>
    public double? Longitude { get; init; }

    /// <summary>North edge of the bounding box in degrees; all four edges or none.</summary>
    public double? NorthEastLatitude { get; init; }

    /// <summary>East edge of the bounding box in degrees.</summary>
    public double? NorthEastLongitude { get; init; }

    /// <summary>South edge of the bounding box in degrees.</summary>
    public double? SouthWestLatitude { get; init; }

    /// <summary>West edge of the bounding box in degrees.</summary>
    public double? SouthWestLongitude { get; init; }

    /// <summary>How far from the reference point at most, 100 to 50,000 metres.</summary>
    public int? RadiusMeters { get; init; }

    /// <summary>Carriers' identifiers, any of them, exactly; expired points are then found too.</summary>
    public IReadOnlyCollection<string>? CarrierServicePointIds { get; init; }

    /// <summary>The carrier's own kind, exactly.</summary>
    public string? CarrierShopType { get; init; }

    /// <summary>General kinds, any of them, exactly.</summary>
    public IReadOnlyCollection<string>? GeneralShopTypes { get; init; }

    /// <summary>The most points to return, 1 to 200; 100 when not given.</summary>
    public int? Limit { get; init; }

    /// <summary>Adds what is given, as the text that a query string would hold.</summary>
    internal void AddTo(ref RequestParameters parameters)
    {
        Add(ref parameters, Parameter.CountryCode, CountryCode);
        Add(ref parameters, Parameter.CarrierCode, CarrierCodes);
        Add(ref parameters, Parameter.UseIntegrationCarriers, UseIntegrationCarriers is { } use ? (use ? "true" : "false") : null);
        Add(ref parameters, Parameter.Address, Address);
        Add(ref parameters, Parameter.AddressStreet, AddressStreet);
        Add(ref parameters, Parameter.AddressHouseNumber, AddressHouseNumber);
        Add(ref parameters, Parameter.AddressPostalCode, AddressPostalCode);
        Add(ref parameters, Parameter.AddressCity, AddressCity);
        Add(ref parameters, Parameter.Latitude, Latitude);
        Add(ref parameters, Parameter.Longitude, Longitude);
        Add(ref parameters, Parameter.NorthEastLatitude, NorthEastLatitude);
        Add(ref parameters, Parameter.NorthEastLongitude, NorthEastLongitude);
        Add(ref parameters, Parameter.SouthWestLatitude, SouthWestLatitude);
        Add(ref parameters, Parameter.SouthWestLongitude, SouthWestLongitude);
        Add(ref parameters, Parameter.Radius, RadiusMeters);
        Add(ref parameters, Parameter.CarrierServicePointId, CarrierServicePointIds is { Count: 0 } ? [""] : CarrierServicePointIds);
        Add(ref parameters, Parameter.CarrierShopType, CarrierShopType);
        Add(ref parameters, Parameter.GeneralShopType, GeneralShopTypes);
        Add(ref parameters, Parameter.Limit, Limit);
    }

    private static void Add(ref RequestParameters parameters, Parameter parameter, string? value)
    {
        if (value is not null)
        {
            parameters.Add(parameter, value);
        }
    }

    private static void Add(ref RequestParameters parameters, Parameter parameter, IReadOnlyCollection<string>? values)
    {
        foreach (string value in values ?? [])
        {
            parameters.Add(parameter, value);
        }
    }

    private static void Add<T>(ref RequestParameters parameters, Parameter parameter, T? value)
        where T : struct, ISpanFormattable
    {
        const int MaxNumberLength = 32;
        if (value is { } number)
        {
            number.TryFormat(parameters.Reserve(MaxNumberLength), out int length, default, CultureInfo.InvariantCulture);
            parameters.Commit(parameter, length);
        }
    }
}

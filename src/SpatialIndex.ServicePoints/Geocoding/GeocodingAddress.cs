namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>An address to look up: free text, or parts. What is given is more than space and has no space around it.</summary>
public sealed record GeocodingAddress
{
    /// <summary>ISO 3166-1 alpha-2 code of the country that is searched, which an engine gives in upper case. The address may lie in another.</summary>
    public required string CountryCode { get; init; }

    /// <summary>The whole address as free text; null when it is given by parts.</summary>
    public string? Text { get; init; }

    /// <summary>Street; null when not given.</summary>
    public string? Street { get; init; }

    /// <summary>House number; null when not given.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>Postal code; null when not given.</summary>
    public string? PostalCode { get; init; }

    /// <summary>City; null when not given.</summary>
    public string? City { get; init; }
}

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>What a geocoder found. Immutable.</summary>
public sealed record GeocodingAnswer
{
    private GeocodingAnswer(GeocodingStatus status) => Status = status;

    /// <summary>The address could not be looked up at this time.</summary>
    public static GeocodingAnswer Unavailable { get; } = new(GeocodingStatus.Unavailable);

    /// <summary>There is no such place.</summary>
    public static GeocodingAnswer NotFound { get; } = new(GeocodingStatus.NotFound);

    /// <summary>What became of the address.</summary>
    public GeocodingStatus Status { get; }

    /// <summary>Where it is; null unless it was matched, wholly or partially.</summary>
    public GeoPoint? Location { get; private init; }

    /// <summary>How specific the place is, usually one of <see cref="GeocodingPrecision"/>; null unless it was matched.</summary>
    public string? Precision { get; private init; }

    /// <summary>The address of the place as it should be written; null unless it was matched.</summary>
    public string? FormattedAddress { get; private init; }

    /// <summary>The address was found.</summary>
    public static GeocodingAnswer Matched(GeoPoint location, string precision, string formattedAddress) =>
        Found(GeocodingStatus.Matched, location, precision, formattedAddress);

    /// <summary>The address was found, though not by all of its parts.</summary>
    public static GeocodingAnswer PartiallyMatched(GeoPoint location, string precision, string formattedAddress) =>
        Found(GeocodingStatus.PartiallyMatched, location, precision, formattedAddress);

    private static GeocodingAnswer Found(GeocodingStatus status, GeoPoint location, string precision, string formattedAddress)
    {
        ArgumentException.ThrowIfNullOrEmpty(precision);
        ArgumentNullException.ThrowIfNull(formattedAddress);
        return new(status) { Location = location, Precision = precision, FormattedAddress = formattedAddress };
    }
}

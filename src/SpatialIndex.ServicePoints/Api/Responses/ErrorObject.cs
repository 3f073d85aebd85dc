using System.Globalization;
using System.Text.Json.Serialization;

namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>An error as the contract writes it.</summary>
/// <param name="Status">The status of HTTP, as text.</param>
/// <param name="Code">What kind of error; null only where the contract has null: when an address could not be resolved.</param>
/// <param name="Detail">What is wrong, for people.</param>
/// <param name="Source">Where it is wrong; null, and then absent from the JSON, when no parameter is.</param>
public sealed record ErrorObject(
    string Status,
    string? Code,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ErrorSource? Source = null)
{
    /// <summary>No point has the id.</summary>
    internal static ErrorObject PointNotFound { get; } = new(404, "not_found", "The service point could not be found");

    /// <summary>The geocoder gave no answer.</summary>
    internal static ErrorObject GeocodingUnavailable { get; } = new(503, null, "The address could not be resolved at this time. Try again later.");

    /// <summary>The account asks more often than it may.</summary>
    internal static ErrorObject TooManyRequests { get; } = new(429, "throttled", "Too many requests. Try again later.");

    /// <summary>Something is wrong on this side.</summary>
    internal static ErrorObject ServerError { get; } = new(500, "error", "The request could not be answered because of an error on the server.");

    internal ErrorObject(int status, string? code, string detail, string? parameter = null)
        : this(status.ToString(CultureInfo.InvariantCulture), code, detail, parameter is null ? null : new ErrorSource(parameter))
    {
    }

    /// <summary>The status of an answer with these errors, one or more, which all have the same.</summary>
    internal static int StatusOf(IReadOnlyList<ErrorObject> errors) => int.Parse(errors[0].Status, CultureInfo.InvariantCulture);
}

using SpatialIndex.ServicePoints.Api.Responses;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>The rules between parameters. Each part gives the first of its rules that is broken as an error, null when all hold.</summary>
internal static class RequestRules
{
    private const double MaxDiagonalMeters = 50_000;
    private const double MaxWidthDegrees = 180;

    /// <summary>The first rule that is broken, as an error; null when all hold.</summary>
    public static ErrorObject? FirstViolation(in RequestParameters parameters, in RequestValues values) =>
        InCarriers(parameters, values) ?? InReferencePoint(parameters, values) ?? InArea(parameters, values);

    private static ErrorObject? InCarriers(in RequestParameters parameters, in RequestValues values) =>
        (HasCarriers(parameters), values.UseIntegrationCarriers) switch
        {
            (true, true) => Violation(Parameter.CarrierCode, "carrier_code and use_integration_carriers are mutually exclusive"),
            (false, false) => Violation(Parameter.CarrierCode, "Either carrier_code or use_integration_carriers must be provided"),
            _ => null,
        };

    private static ErrorObject? InReferencePoint(in RequestParameters parameters, in RequestValues values)
    {
        bool hasAddress = parameters.HasText(Parameter.Address);
        bool hasParts = TryFindAddressPart(parameters, out Parameter firstPart);
        if ((hasAddress && (hasParts || values.HasCoordinate)) || (hasParts && values.HasCoordinate))
        {
            return Violation(
                hasAddress ? Parameter.Address : firstPart,
                "address, the structured address_* parameters, and latitude/longitude are mutually exclusive");
        }

        if (values is { HasCoordinate: true, ReferencePoint: null })
        {
            return Violation(Parameter.Latitude, "latitude and longitude must all be provided together");
        }

        return hasParts && firstPart == Parameter.AddressHouseNumber && !parameters.HasText(Parameter.AddressPostalCode)
            ? Violation(firstPart, "address_house_number must be combined with address_street or address_postal_code")
            : null;
    }

    private static ErrorObject? InArea(in RequestParameters parameters, in RequestValues values)
    {
        if (values is { Radius: not null, HasEdge: true })
        {
            return Violation(Parameter.Radius, "radius and the bounding box parameters are mutually exclusive");
        }

        if (values is { HasEdge: true, HasAllEdges: false })
        {
            return Violation(
                Parameter.NorthEastLatitude, "ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together");
        }

        if (values is { Radius: not null, HasCoordinate: false } && !HasAddress(parameters))
        {
            return Violation(Parameter.Radius, "radius requires a reference point");
        }

        if (values.South > values.North)
        {
            return Violation(Parameter.SouthWestLatitude, "sw_latitude must not be greater than ne_latitude");
        }

        return values.Box is { } box && (box.DiagonalMeters > MaxDiagonalMeters || box.WidthDegrees > MaxWidthDegrees)
            ? Violation(Parameter.NorthEastLatitude, "The bounding box diagonal must not exceed 50 km")
            : null;
    }

    /// <summary>Whether the reference point is an address in either form.</summary>
    public static bool HasAddress(in RequestParameters parameters) =>
        parameters.HasText(Parameter.Address) || TryFindAddressPart(parameters, out _);

    private static bool HasCarriers(in RequestParameters parameters)
    {
        foreach (ReadOnlySpan<char> code in parameters.ListOf(Parameter.CarrierCode))
        {
            if (!code.IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryFindAddressPart(in RequestParameters parameters, out Parameter first)
    {
        for (first = Parameter.AddressStreet; first <= Parameter.AddressCity; first++)
        {
            if (parameters.HasText(first))
            {
                return true;
            }
        }

        return false;
    }

    private static ErrorObject Violation(Parameter parameter, string detail) => new(400, "validation_error", detail, ParameterNames.Of(parameter));
}

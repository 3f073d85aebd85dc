using System.Globalization;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;

namespace SpatialIndex.Cli.Queries;

/// <summary>Turns parameters into a search, by the contract's rules.</summary>
internal sealed class RequestParser(CarrierCatalogue carriers)
{
    private const double MaxDiagonalMeters = 50_000;

    private static readonly string[] BoxParameters = ["ne_latitude", "ne_longitude", "sw_latitude", "sw_longitude"];

    private static readonly string[] AddressParameters = ["address", "address_street", "address_house_number", "address_postal_code", "address_city"];

    /// <exception cref="RequestException">The parameters break a rule.</exception>
    public SearchRequest Parse(RequestParameters parameters)
    {
        string country = parameters.Last("country_code") ?? throw new RequestException("country_code is required");
        GeoPoint? referencePoint = ParsePoint(parameters);
        BoundingBox? box = ParseBox(parameters);
        double? radius = ParseInteger(parameters, "radius", 100, 50_000);
        RefuseConflicts(parameters, referencePoint, box, radius);
        return new SearchRequest
        {
            CountryCode = CountryCode.Normalize(country) ?? throw new RequestException($"\"{country}\" is not a valid country code"),
            CarrierCodes = ParseCarriers(parameters),
            CarrierShopType = parameters.Last("carrier_shop_type"),
            GeneralShopTypes = ParseGeneralShopTypes(parameters),
            CarrierServicePointIds = parameters.All("carrier_service_point_id"),
            ReferencePoint = referencePoint,
            RadiusMeters = radius,
            Box = box,
            Limit = ParseInteger(parameters, "limit", 1, SearchRequest.MaxLimit) ?? SearchRequest.DefaultLimit,
        };
    }

    private static void RefuseConflicts(RequestParameters parameters, GeoPoint? referencePoint, BoundingBox? box, double? radius)
    {
        if (AddressParameters.Any(name => !string.IsNullOrWhiteSpace(parameters.Last(name))))
        {
            throw new RequestException("searching by address needs a gazetteer, which this version cannot use yet; give latitude and longitude");
        }

        if (radius is not null && box is not null)
        {
            throw new RequestException("radius and the bounding box parameters are mutually exclusive");
        }

        if (radius is not null && referencePoint is null)
        {
            throw new RequestException("radius requires a reference point");
        }
    }

    private string[] ParseCarriers(RequestParameters parameters)
    {
        if (parameters.Last("use_integration_carriers") is "true" or "1")
        {
            throw new RequestException("Service points are not enabled for the authenticated integration.");
        }

        string[] codes = [.. (parameters.All("carrier_code") ?? []).Where(static code => !string.IsNullOrWhiteSpace(code)).Distinct(StringComparer.Ordinal)];
        if (codes.Length == 0)
        {
            throw new RequestException("Either carrier_code or use_integration_carriers must be provided");
        }

        string[] unsupported = [.. codes.Where(code => !carriers.Contains(code))];
        return unsupported.Length == 0
            ? codes
            : throw new RequestException($"Service points are not supported for the requested carriers: {string.Join(", ", unsupported)}.");
    }

    private static IReadOnlyList<string>? ParseGeneralShopTypes(RequestParameters parameters)
    {
        IReadOnlyList<string>? types = parameters.All("general_shop_type");
        return types is null || types.All(GeneralShopType.All.Contains)
            ? types
            : throw new RequestException($"general_shop_type is one of {string.Join(", ", GeneralShopType.All)}");
    }

    private static GeoPoint? ParsePoint(RequestParameters parameters)
    {
        double? latitude = ParseDegrees(parameters, "latitude", 90);
        double? longitude = ParseDegrees(parameters, "longitude", 180);
        return (latitude, longitude) switch
        {
            (null, null) => null,
            ({ } y, { } x) => new GeoPoint { Latitude = y, Longitude = x },
            _ => throw new RequestException("latitude and longitude must all be provided together"),
        };
    }

    private static BoundingBox? ParseBox(RequestParameters parameters)
    {
        double?[] edges = [.. BoxParameters.Select((name, i) => ParseDegrees(parameters, name, i % 2 == 0 ? 90 : 180))];
        if (edges.All(static edge => edge is null))
        {
            return null;
        }

        if (edges is not [{ } north, { } east, { } south, { } west])
        {
            throw new RequestException("ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together");
        }

        if (south > north)
        {
            throw new RequestException("sw_latitude must not be greater than ne_latitude");
        }

        var box = BoundingBox.FromCorners(
            new GeoPoint { Latitude = south, Longitude = west }, new GeoPoint { Latitude = north, Longitude = east });
        return box.DiagonalMeters <= MaxDiagonalMeters && box.WidthDegrees <= 180
            ? box
            : throw new RequestException("The bounding box diagonal must not exceed 50 km");
    }

    private static double? ParseDegrees(RequestParameters parameters, string name, double limit)
    {
        if (parameters.Last(name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= limit
            ? degrees
            : throw new RequestException($"{name} is a number from -{limit} to {limit}, not \"{text}\"");
    }

    private static int? ParseInteger(RequestParameters parameters, string name, int least, int greatest)
    {
        if (parameters.Last(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number >= least && number <= greatest
            ? number
            : throw new RequestException($"{name} is a whole number from {least} to {greatest}, not \"{text}\"");
    }
}

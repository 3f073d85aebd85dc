using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>The values of a request whose parameters are right each by itself.</summary>
internal struct RequestValues
{
    private const int MaxLatitude = 90;
    private const int MaxLongitude = 180;

    private const int MaxCountryCodeRunes = 2;
    private const int MinRadius = 100;
    private const int MaxRadius = 50_000;

    private static readonly string NoGeneralShopType =
        $"Input should be {string.Join(", ", GeneralShopType.All.SkipLast(1).Select(static type => $"'{type}'"))} or '{GeneralShopType.All[^1]}'";

    private double? _latitude;
    private double? _longitude;
    private double? _east;
    private double? _west;

    /// <summary>In upper case.</summary>
    public string CountryCode { get; private set; }

    public bool UseIntegrationCarriers { get; private set; }

    /// <summary>The coordinates of the reference point; null unless both are given.</summary>
    public readonly GeoPoint? ReferencePoint => PointOf(_latitude, _longitude);

    public readonly bool HasCoordinate => _latitude is not null || _longitude is not null;

    public double? North { get; private set; }

    public double? South { get; private set; }

    /// <summary>The bounding box; null unless all edges are given. Its south edge may not lie north of the north edge.</summary>
    public readonly BoundingBox? Box =>
        PointOf(South, _west) is { } southWest && PointOf(North, _east) is { } northEast ? BoundingBox.FromCorners(southWest, northEast) : null;

    public readonly bool HasEdge => North is not null || _east is not null || South is not null || _west is not null;

    public readonly bool HasAllEdges => North is not null && _east is not null && South is not null && _west is not null;

    public int? Radius { get; private set; }

    /// <summary>A bit for each of <see cref="GeneralShopType.All"/>; none when all kinds will do.</summary>
    public int GeneralShopTypes { get; private set; }

    public int Limit { get; private set; }

    /// <summary>Reads every parameter.</summary>
    /// <returns>What is wrong, in the order of the contract; null when nothing is.</returns>
    public static List<ErrorObject>? Read(in RequestParameters parameters, out RequestValues values)
    {
        List<ErrorObject>? errors = null;
        values = new RequestValues { CountryCode = ReadCountryCode(parameters, ref errors) };
        values.UseIntegrationCarriers = ReadUseIntegrationCarriers(parameters, ref errors);
        values._latitude = ReadDegrees(parameters, Parameter.Latitude, MaxLatitude, ref errors);
        values._longitude = ReadDegrees(parameters, Parameter.Longitude, MaxLongitude, ref errors);
        values.North = ReadDegrees(parameters, Parameter.NorthEastLatitude, MaxLatitude, ref errors);
        values._east = ReadDegrees(parameters, Parameter.NorthEastLongitude, MaxLongitude, ref errors);
        values.South = ReadDegrees(parameters, Parameter.SouthWestLatitude, MaxLatitude, ref errors);
        values._west = ReadDegrees(parameters, Parameter.SouthWestLongitude, MaxLongitude, ref errors);
        values.Radius = ReadInteger(parameters, Parameter.Radius, MinRadius, MaxRadius, ref errors);
        values.GeneralShopTypes = ReadGeneralShopTypes(parameters, ref errors);
        values.Limit = ReadInteger(parameters, Parameter.Limit, 1, SearchRequest.MaxLimit, ref errors) ?? SearchRequest.DefaultLimit;
        return errors;
    }

    private static GeoPoint? PointOf(double? latitude, double? longitude) =>
        latitude is { } y && longitude is { } x ? new GeoPoint { Latitude = y, Longitude = x } : null;

    private static string ReadCountryCode(in RequestParameters parameters, ref List<ErrorObject>? errors)
    {
        if (!parameters.TryGet(Parameter.CountryCode, out ReadOnlySpan<char> text))
        {
            Report(ref errors, "required", "Field required", Parameter.CountryCode);
            return "";
        }

        if (IsLongerThan(text, MaxCountryCodeRunes))
        {
            Report(ref errors, "invalid", $"String should have at most {MaxCountryCodeRunes} characters", Parameter.CountryCode);
            return "";
        }

        if (Model.CountryCode.Normalize(text) is { } code)
        {
            return code;
        }

        Report(ref errors, "invalid_choice", $"\"{text}\" is not a valid country code", Parameter.CountryCode);
        return "";
    }

    private static bool IsLongerThan(ReadOnlySpan<char> text, int runes)
    {
        foreach (var _ in text.EnumerateRunes())
        {
            if (--runes < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReadUseIntegrationCarriers(in RequestParameters parameters, ref List<ErrorObject>? errors)
    {
        bool value = false;
        if (parameters.TryGet(Parameter.UseIntegrationCarriers, out ReadOnlySpan<char> text))
        {
            Report(ref errors, ParameterText.ReadBoolean(text, out value), Parameter.UseIntegrationCarriers);
        }

        return value;
    }

    private static double? ReadDegrees(in RequestParameters parameters, Parameter parameter, int limit, ref List<ErrorObject>? errors)
    {
        if (!parameters.TryGet(parameter, out ReadOnlySpan<char> text))
        {
            return null;
        }

        Report(ref errors, ParameterText.ReadNumber(text, -limit, limit, out double value), parameter);
        return value;
    }

    private static int? ReadInteger(in RequestParameters parameters, Parameter parameter, int least, int greatest, ref List<ErrorObject>? errors)
    {
        if (!parameters.TryGet(parameter, out ReadOnlySpan<char> text))
        {
            return null;
        }

        Report(ref errors, ParameterText.ReadInteger(text, least, greatest, out int value), parameter);
        return value;
    }

    private static int ReadGeneralShopTypes(in RequestParameters parameters, ref List<ErrorObject>? errors)
    {
        int types = 0;
        foreach (ReadOnlySpan<char> text in parameters.ListOf(Parameter.GeneralShopType))
        {
            int number = GeneralShopType.NumberOf(text);
            if (number < 0)
            {
                Report(ref errors, "invalid_choice", NoGeneralShopType, Parameter.GeneralShopType);
                return types;
            }

            types |= 1 << number;
        }

        return types;
    }

    private static void Report(ref List<ErrorObject>? errors, string? problem, Parameter parameter)
    {
        if (problem is not null)
        {
            Report(ref errors, "invalid", problem, parameter);
        }
    }

    private static void Report(ref List<ErrorObject>? errors, string code, string detail, Parameter parameter) =>
        (errors ??= []).Add(new ErrorObject(400, code, detail, ParameterNames.Of(parameter)));
}

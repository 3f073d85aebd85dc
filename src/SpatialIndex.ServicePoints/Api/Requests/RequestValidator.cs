using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>
/// Judges requests in the order of the contract: every parameter by itself, with all that is wrong; then the rules between them; then
/// the carriers. Safe to use from any number of threads.
/// </summary>
internal sealed class RequestValidator(Snapshot snapshot, IIntegrationSettings? integrations)
{
    private readonly SearchFilterCache _filters = new(snapshot);

    /// <summary>Judges a request given as a query string.</summary>
    /// <returns>What is wrong, one or more; null when nothing is.</returns>
    public List<ErrorObject>? Validate(ReadOnlySpan<char> query, string? account, out ListRequest request)
    {
        var parameters = new RequestParameters(
            stackalloc char[RequestParameters.StackedChars], stackalloc RequestParameters.ListValue[RequestParameters.StackedListValues]);
        try
        {
            QueryString.Read(query, ref parameters);
            return Validate(ref parameters, account, out request);
        }
        finally
        {
            parameters.Dispose();
        }
    }

    /// <summary>Judges a request given as an object.</summary>
    /// <returns>What is wrong, one or more; null when nothing is.</returns>
    public List<ErrorObject>? Validate(ServicePointsRequest given, string? account, out ListRequest request)
    {
        var parameters = new RequestParameters(
            stackalloc char[RequestParameters.StackedChars], stackalloc RequestParameters.ListValue[RequestParameters.StackedListValues]);
        try
        {
            given.AddTo(ref parameters);
            return Validate(ref parameters, account, out request);
        }
        finally
        {
            parameters.Dispose();
        }
    }

    /// <summary>The parameters' carriers become those of the integration where the request asks for these.</summary>
    private List<ErrorObject>? Validate(ref RequestParameters parameters, string? account, out ListRequest request)
    {
        request = default;
        if (RequestValues.Read(parameters, out RequestValues values) is { } errors)
        {
            return errors;
        }

        if (RequestRules.FirstViolation(parameters, values) is { } violation)
        {
            return [violation];
        }

        if (values.UseIntegrationCarriers && !TryAddIntegrationCarriers(ref parameters, account))
        {
            return [new ErrorObject(400, "validation_error", "Service points are not enabled for the authenticated integration.")];
        }

        using MappedFileLease lease = snapshot.Lease();
        if (_filters.Find(parameters, values, out SearchFilter? filter) is { } unsupported)
        {
            return [unsupported];
        }

        var area = new SearchArea(values.ReferencePoint, values.Radius ?? double.PositiveInfinity, values.Box);
        int[]? rows = Identifiers(parameters) is { } identifiers ? filter!.RowsOf(identifiers) : null;
        request = new ListRequest(new PreparedSearch(snapshot, filter!, area, rows), values.Limit, AddressOf(parameters, values.CountryCode));
        return null;
    }

    private static List<string>? Identifiers(in RequestParameters parameters)
    {
        if (!parameters.IsGiven(Parameter.CarrierServicePointId))
        {
            return null;
        }

        var identifiers = new List<string>();
        foreach (ReadOnlySpan<char> identifier in parameters.ListOf(Parameter.CarrierServicePointId))
        {
            identifiers.Add(identifier.ToString());
        }

        return identifiers;
    }

    private static GeocodingAddress? AddressOf(in RequestParameters parameters, string countryCode) =>
        !RequestRules.HasAddress(parameters)
            ? null
            : new GeocodingAddress
            {
                CountryCode = countryCode,
                Text = parameters.TextOf(Parameter.Address),
                Street = parameters.TextOf(Parameter.AddressStreet),
                HouseNumber = parameters.TextOf(Parameter.AddressHouseNumber),
                PostalCode = parameters.TextOf(Parameter.AddressPostalCode),
                City = parameters.TextOf(Parameter.AddressCity),
            };

    private bool TryAddIntegrationCarriers(ref RequestParameters parameters, string? account)
    {
        if (integrations?.Find(account) is not { ServicePointsEnabled: true } integration)
        {
            return false;
        }

        foreach (string code in integration.CarrierCodes)
        {
            if (snapshot.Carriers.Contains(code))
            {
                parameters.Add(Parameter.CarrierCode, code);
            }
        }

        return true;
    }
}

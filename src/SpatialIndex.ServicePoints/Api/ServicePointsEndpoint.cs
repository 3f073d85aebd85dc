using System.Buffers;
using System.Globalization;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Api.Json;
using SpatialIndex.ServicePoints.Api.Responses;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>
/// The contract as HTTP sees it, without a network: credentials, method, path and query to status, headers and body. Safe to use from any
/// number of threads.
/// </summary>
/// <param name="engine">What answers.</param>
/// <param name="accounts">Tells whose credentials they are; null to ask for none.</param>
/// <param name="limiter">Tells whether an account asks too often; null to answer any number of requests.</param>
public sealed class ServicePointsEndpoint(ServicePointsEngine engine, IAccountResolver? accounts = null, IRequestLimiter? limiter = null)
{
    private const string ListPath = "/api/v3/service-points";
    private const string AvailabilitySuffix = "/check-availability";
    private const string Get = "GET";
    private const string Head = "HEAD";
    private const string Post = "POST";

    /// <summary>Answers a request.</summary>
    /// <param name="method">The method, case-sensitive. HEAD is answered like GET; its body is not to be sent.</param>
    /// <param name="path">The path as it came, percent-encoded.</param>
    /// <param name="query">The query string as it came, with or without its question mark.</param>
    /// <param name="authorization">The value of the header <c>Authorization</c>; null when there is none.</param>
    /// <param name="body">Receives the body, which is <c>application/json</c>.</param>
    /// <param name="cancellationToken">Ends the wait for a geocoder or a carrier.</param>
    public async ValueTask<EndpointAnswer> AnswerAsync(
        string method, string path, string query, string? authorization, IBufferWriter<byte> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(body);
        string? account = null;
        if (accounts is not null && Authentication.Authenticate(accounts, authorization, out account) is { } failure)
        {
            return Refuse(body, failure) with { Challenges = Authentication.Challenges };
        }

        if (limiter is not null && !limiter.TryAdmit(account, out TimeSpan retryAfter))
        {
            return Refuse(body, ErrorObject.TooManyRequests) with { RetryAfter = retryAfter };
        }

        EndpointOperation operation = OperationAt(path, out long id);
        string allowed = operation == EndpointOperation.Availability ? Post : $"{Get}, {Head}";
        return (operation, method) switch
        {
            (EndpointOperation.List, Get or Head) => new(await engine.WriteListAsync(query, account, body, cancellationToken).ConfigureAwait(false)),
            (EndpointOperation.Point, Get or Head) => new(engine.WritePoint(id, body)),
            (EndpointOperation.Availability, Post) => new(await engine.WriteAvailabilityAsync(id, body, cancellationToken).ConfigureAwait(false)),
            (EndpointOperation.Other, _) => Refuse(body, new ErrorObject(404, "not_found", "There is nothing at this address")),
            _ => Refuse(body, new ErrorObject(405, "invalid", $"The method {method} is not allowed")) with { Allow = allowed },
        };
    }

    /// <summary>What an address is for.</summary>
    /// <param name="path">The path as it came, percent-encoded.</param>
    public static EndpointOperation OperationAt(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return OperationAt(path, out _);
    }

    /// <summary>What an address is for, and the point that it names. A text that is no id becomes 0, which no point has.</summary>
    private static EndpointOperation OperationAt(string path, out long id)
    {
        id = 0;
        if (path == ListPath)
        {
            return EndpointOperation.List;
        }

        if (!path.StartsWith($"{ListPath}/", StringComparison.Ordinal))
        {
            return EndpointOperation.Other;
        }

        ReadOnlySpan<char> text = path.AsSpan(ListPath.Length + 1);
        bool isAvailability = text.EndsWith(AvailabilitySuffix);
        text = isAvailability ? text[..^AvailabilitySuffix.Length] : text;
        if (text.IsEmpty || text.Contains('/'))
        {
            return EndpointOperation.Other;
        }

        _ = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
        return isAvailability ? EndpointOperation.Availability : EndpointOperation.Point;
    }

    /// <summary>Answers that something went wrong on this side, without saying what; for whoever catches what a request threw.</summary>
    /// <param name="body">Receives the body, which is <c>application/json</c>.</param>
    public static EndpointAnswer WriteServerError(IBufferWriter<byte> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Refuse(body, ErrorObject.ServerError);
    }

    private static EndpointAnswer Refuse(IBufferWriter<byte> body, ErrorObject error)
    {
        ContractJson.WriteErrors(body, [error]);
        return new(ErrorObject.StatusOf([error]));
    }
}

using System.Globalization;
using System.IO.Hashing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using SpatialIndex.AspNetCore.Metrics;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Json;

namespace SpatialIndex.AspNetCore;

/// <summary>Answers requests of the contract from the snapshot that is served.</summary>
internal sealed partial class ServicePointsResponder(SnapshotSource snapshots, ServerMetrics metrics, ILogger<ServicePointsResponder> logger)
{
    public async Task RespondAsync(HttpContext context)
    {
        long start = ServerMetrics.Start();
        using var body = new PooledBuffer();
        string path = PathOf(context);
        EndpointAnswer answer = await TryAnswerAsync(context, path, body).ConfigureAwait(false);
        await SendAsync(context, answer, body).ConfigureAwait(false);
        metrics.Record(ServicePointsEndpoint.OperationAt(path), context.Response.StatusCode, start);
    }

    /// <summary>Whatever goes wrong is told to the log; the client is told that something did.</summary>
    private async ValueTask<EndpointAnswer> TryAnswerAsync(HttpContext context, string path, PooledBuffer body)
    {
        try
        {
            return await AnswerAsync(context, path, body).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(exception);
            body.Clear();
            return ServicePointsEndpoint.WriteServerError(body);
        }
    }

    private async ValueTask<EndpointAnswer> AnswerAsync(HttpContext context, string path, PooledBuffer body)
    {
        HttpRequest request = context.Request;
        using ServedSnapshot served = snapshots.Hold();
        return await served.Endpoint.AnswerAsync(
            request.Method,
            path,
            request.QueryString.Value ?? "",
            request.Headers.Authorization.Count == 0 ? null : request.Headers.Authorization.ToString(),
            body,
            context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>
    /// The path behind the base of the application, percent-encoded as it came: what is decoded could name another resource. A proxy may send
    /// the whole address.
    /// </summary>
    private static string PathOf(HttpContext context)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int query = target.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? target : target[..query];
        string basePath = context.Request.PathBase.ToUriComponent();
        return path.StartsWith('/') && path.StartsWith(basePath, StringComparison.OrdinalIgnoreCase) ? path[basePath.Length..] : context.Request.Path.ToUriComponent();
    }

    private static ValueTask SendAsync(HttpContext context, in EndpointAnswer answer, PooledBuffer body)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        if (answer.RetryAfter is { } retryAfter)
        {
            response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Challenges is { } challenges)
        {
            response.Headers.WWWAuthenticate = challenges.ToArray();
        }

        if (answer.Status == StatusCodes.Status200OK && !HttpMethods.IsPost(context.Request.Method))
        {
            string tag = TagOf(body.WrittenSpan);
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "private, no-cache";
            if (IsKnown(context.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return ValueTask.CompletedTask;
            }
        }

        response.ContentType = "application/json";
        response.ContentLength = body.WrittenMemory.Length;
        return HttpMethods.IsHead(context.Request.Method) ? ValueTask.CompletedTask : new(response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask());
    }

    /// <summary>
    /// A hash of the body: hours and freshness change with the clock, so a tag of snapshot and request would call stale bodies unchanged.
    /// Weak, because the body may be compressed on its way.
    /// </summary>
    private static string TagOf(ReadOnlySpan<byte> body) => $"W/\"{XxHash128.HashToUInt128(body):x32}\"";

    private static bool IsKnown(HttpRequest request, string tag)
    {
        foreach (string? line in request.Headers.IfNoneMatch)
        {
            foreach (string known in (line ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (known == "*" || known == tag || known == tag[2..])
                {
                    return true;
                }
            }
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request could not be answered.")]
    private partial void LogFailed(Exception exception);
}

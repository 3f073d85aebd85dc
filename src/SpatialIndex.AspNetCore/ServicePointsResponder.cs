using System.IO.Hashing;
using Microsoft.AspNetCore.Http;
using SpatialIndex.AspNetCore.Metrics;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Json;

namespace SpatialIndex.AspNetCore;

/// <summary>Answers requests of the contract from the snapshot that is served.</summary>
internal sealed class ServicePointsResponder(SnapshotSource snapshots, ServerMetrics metrics)
{
    public async Task RespondAsync(HttpContext context)
    {
        long start = ServerMetrics.Start();
        using var body = new PooledBuffer();
        EndpointAnswer answer = await AnswerAsync(context, body).ConfigureAwait(false);
        await SendAsync(context, answer, body).ConfigureAwait(false);
        metrics.Record(context.Request.Path, context.Response.StatusCode, start);
    }

    private async ValueTask<EndpointAnswer> AnswerAsync(HttpContext context, PooledBuffer body)
    {
        HttpRequest request = context.Request;
        using ServedSnapshot served = snapshots.Hold();
        return await served.Endpoint.AnswerAsync(
            request.Method,
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            request.Headers.Authorization.Count == 0 ? null : request.Headers.Authorization.ToString(),
            body,
            context.RequestAborted).ConfigureAwait(false);
    }

    private static ValueTask SendAsync(HttpContext context, in EndpointAnswer answer, PooledBuffer body)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Allow is { } allow)
        {
            response.Headers.Allow = allow;
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
}

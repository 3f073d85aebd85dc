using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SpatialIndex.ServicePoints.Api.Json;

namespace SpatialIndex.AspNetCore;

/// <summary>Answers that are a JSON object of their own.</summary>
internal static class JsonAnswer
{
    /// <summary>Sends an object whose members are written by the caller.</summary>
    public static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        using var body = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenMemory.Length;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }
}

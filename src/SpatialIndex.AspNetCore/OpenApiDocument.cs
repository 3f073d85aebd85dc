using Microsoft.AspNetCore.Http;

namespace SpatialIndex.AspNetCore;

/// <summary>The description of what is served, <c>openapi.json</c>.</summary>
internal static class OpenApiDocument
{
    private const string Name = "openapi.json";

    public static async Task RespondAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        Stream document = typeof(OpenApiDocument).Assembly.GetManifestResourceStream(Name)!;
        await using (document.ConfigureAwait(false))
        {
            context.Response.ContentLength = document.Length;
            await document.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}

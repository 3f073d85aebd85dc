using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SpatialIndex.ServicePoints.Api.Accounts;

namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>The token endpoint of OAuth 2 with client credentials (RFC 6749, section 4.4); the client's by HTTP Basic or in the form.</summary>
internal sealed class TokenEndpoint(KeyAccounts keys, AccessTokens tokens)
{
    public async Task RespondAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (await ReadFormAsync(request).ConfigureAwait(false) is not { } form)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_request").ConfigureAwait(false);
            return;
        }

        (string publicKey, string secretKey) = Credentials(request, form);
        if (keys.FindKey(publicKey, secretKey) is not { } key)
        {
            context.Response.Headers.WWWAuthenticate = BasicCredentials.Challenge;
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "invalid_client").ConfigureAwait(false);
        }
        else if (form["grant_type"] != "client_credentials")
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "unsupported_grant_type").ConfigureAwait(false);
        }
        else if (!key.Scopes.Contains(AccountKey.ApiScope) || !IsApiScope(form["scope"].ToString()))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_scope").ConfigureAwait(false);
        }
        else
        {
            await WriteAsync(context, StatusCodes.Status200OK, writer =>
            {
                writer.WriteString("access_token", tokens.Issue(key));
                writer.WriteString("token_type", "Bearer");
                writer.WriteNumber("expires_in", (long)AccessTokens.Lifetime.TotalSeconds);
                writer.WriteString("scope", AccountKey.ApiScope);
            }).ConfigureAwait(false);
        }
    }

    /// <summary>The form; null when the body is none.</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsApiScope(string scope) => scope is "" or AccountKey.ApiScope;

    private static BasicCredentials Credentials(HttpRequest request, IFormCollection form)
    {
        if (BasicCredentials.TryRead(request.Headers.Authorization.ToString(), out BasicCredentials credentials))
        {
            return credentials;
        }

        return new(form["client_id"].ToString(), form["client_secret"].ToString());
    }

    private static Task RefuseAsync(HttpContext context, int status, string error) =>
        WriteAsync(context, status, writer => writer.WriteString("error", error));

    private static Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        context.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.WriteAsync(context, status, write);
    }
}

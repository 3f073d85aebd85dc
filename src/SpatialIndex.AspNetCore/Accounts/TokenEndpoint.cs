using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

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
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"api\", charset=\"UTF-8\"";
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
                writer.WriteString("access_token", tokens.Issue(key.Account));
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

    private static (string PublicKey, string SecretKey) Credentials(HttpRequest request, IFormCollection form)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out AuthenticationHeaderValue? header)
            && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            byte[] bytes = new byte[header.Parameter?.Length ?? 0];
            string text = Convert.TryFromBase64String(header.Parameter ?? "", bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
            string[] parts = text.Split(':', 2);
            return parts.Length == 2 ? (parts[0], parts[1]) : ("", "");
        }

        return (form["client_id"].ToString(), form["client_secret"].ToString());
    }

    private static Task RefuseAsync(HttpContext context, int status, string error) =>
        WriteAsync(context, status, writer => writer.WriteString("error", error));

    private static Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        context.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.WriteAsync(context, status, write);
    }
}

using System.Text.Json;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>Asks a server for tokens.</summary>
internal static class Tokens
{
    /// <summary>Asks with the credentials in the form.</summary>
    public static Task<HttpResponseMessage> AskAsync(
        HttpClient client, string publicKey, string secretKey, string grantType = "client_credentials", string scope = "") =>
        client.PostAsync("/oauth2/token/", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = grantType,
            ["client_id"] = publicKey,
            ["client_secret"] = secretKey,
            ["scope"] = scope,
        }));

    /// <summary>A token for credentials that are right.</summary>
    public static async Task<string> IssueAsync(HttpClient client, string publicKey, string secretKey)
    {
        using HttpResponseMessage response = await AskAsync(client, publicKey, secretKey);
        using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("access_token").GetString()!;
    }
}

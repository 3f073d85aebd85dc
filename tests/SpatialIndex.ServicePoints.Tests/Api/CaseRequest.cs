using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>The request of a case.</summary>
internal static class CaseRequest
{
    /// <summary>The request, with the credentials that the case wants.</summary>
    public static HttpRequestMessage Of(JsonElement entry, Uri server, string token = CaseHost.Token)
    {
        string query = string.Join('&', entry.GetProperty("query").EnumerateArray()
            .Select(static pair => $"{Uri.EscapeDataString(pair[0].GetString()!)}={Uri.EscapeDataString(pair[1].GetString()!)}"));
        var request = new HttpRequestMessage(
            new HttpMethod(entry.GetProperty("method").GetString()!), new Uri(server, $"{entry.GetProperty("path").GetString()}?{query}"));
        request.Headers.Authorization = (entry.TryGetProperty("auth", out JsonElement auth) ? auth.GetString() : "basic") switch
        {
            "none" => null,
            "oauth2" => new AuthenticationHeaderValue("Bearer", token),
            "wrong" => Basic("wrong"),
            _ => Basic(CaseHost.SecretKey),
        };
        return request;
    }

    /// <summary>HTTP Basic with the public key of the cases.</summary>
    public static AuthenticationHeaderValue Basic(string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{CaseHost.PublicKey}:{secret}")));
}

using System.Text;
using SpatialIndex.ServicePoints.Api.Responses;

namespace SpatialIndex.ServicePoints.Api.Accounts;

/// <summary>Who asks, by the value of the header <c>Authorization</c>: HTTP Basic or a bearer token.</summary>
internal static class Authentication
{
    /// <summary>The challenges of an answer with status 401.</summary>
    public static IReadOnlyList<string> Challenges { get; } = ["Basic realm=\"api\", charset=\"UTF-8\"", "Bearer realm=\"api\""];

    private static ErrorObject NoCredentials { get; } = Failure("Authentication credentials were not provided.");

    private static ErrorObject WrongKey { get; } = Failure("Invalid username/password.");

    private static ErrorObject WrongToken { get; } = Failure("The access token is not valid.");

    /// <summary>Finds the account.</summary>
    /// <returns>What is wrong; null when the account was found.</returns>
    public static ErrorObject? Authenticate(IAccountResolver accounts, string? authorization, out string? account)
    {
        account = null;
        string header = authorization?.Trim() ?? "";
        int space = header.IndexOf(' ', StringComparison.Ordinal);
        string scheme = space < 0 ? header : header[..space];
        string credentials = space < 0 ? "" : header[space..].Trim();
        if (scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            account = ReadKey(credentials) is var (publicKey, secretKey) ? accounts.FindByKey(publicKey, secretKey) : null;
            return account is null ? WrongKey : null;
        }

        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            account = accounts.FindByToken(credentials);
            return account is null ? WrongToken : null;
        }

        return NoCredentials;
    }

    private static (string PublicKey, string SecretKey)? ReadKey(string credentials)
    {
        byte[] bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out int length))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }

    private static ErrorObject Failure(string detail) => new(401, "authentication_failed", detail);
}

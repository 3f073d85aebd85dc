using SpatialIndex.ServicePoints.Api.Responses;

namespace SpatialIndex.ServicePoints.Api.Accounts;

/// <summary>Who asks, by the value of the header <c>Authorization</c>: HTTP Basic or a bearer token.</summary>
internal static class Authentication
{
    /// <summary>The challenges of an answer with status 401.</summary>
    public static IReadOnlyList<string> Challenges { get; } = [BasicCredentials.Challenge, "Bearer realm=\"api\""];

    private static ErrorObject NoCredentials { get; } = Failure("Authentication credentials were not provided.");

    private static ErrorObject WrongKey { get; } = Failure("Invalid username/password.");

    private static ErrorObject WrongToken { get; } = Failure("The access token is not valid.");

    /// <summary>Finds the account.</summary>
    /// <returns>What is wrong; null when the account was found.</returns>
    public static ErrorObject? Authenticate(IAccountResolver accounts, string? authorization, out string? account)
    {
        if (BasicCredentials.TryRead(authorization, out BasicCredentials key))
        {
            account = accounts.FindByKey(key.PublicKey, key.SecretKey);
            return account is null ? WrongKey : null;
        }

        (string scheme, string token) = Split(authorization);
        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            account = accounts.FindByToken(token);
            return account is null ? WrongToken : null;
        }

        account = null;
        return NoCredentials;
    }

    /// <summary>The scheme of a header <c>Authorization</c> and what follows it; empty when there is no such header.</summary>
    public static (string Scheme, string Parameter) Split(string? authorization)
    {
        string header = authorization?.Trim() ?? "";
        int space = header.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (header, "") : (header[..space], header[space..].Trim());
    }

    private static ErrorObject Failure(string detail) => new(401, "authentication_failed", detail);
}

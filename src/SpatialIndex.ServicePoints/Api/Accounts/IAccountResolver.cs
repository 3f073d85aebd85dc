namespace SpatialIndex.ServicePoints.Api.Accounts;

/// <summary>Tells whose credentials they are. Called from any number of threads, once a request.</summary>
public interface IAccountResolver
{
    /// <summary>The account of an API key.</summary>
    /// <param name="publicKey">The user of HTTP Basic.</param>
    /// <param name="secretKey">The password of HTTP Basic.</param>
    /// <returns>The account; null when the key is not known or the secret is wrong.</returns>
    string? FindByKey(string publicKey, string secretKey);

    /// <summary>The account of an OAuth 2 access token; null when the token is not valid.</summary>
    string? FindByToken(string accessToken);
}

using System.Security.Cryptography;
using System.Text;
using SpatialIndex.ServicePoints.Api.Accounts;

namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>An API key of a keys file, and the account that it stands for. Of the secret there is only a salted hash.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="PublicKey">The user of HTTP Basic and the client id of OAuth 2.</param>
/// <param name="Salt">Random bytes, the key's own.</param>
/// <param name="SecretHash">HMAC-SHA-256 of the secret with the salt.</param>
/// <param name="Scopes">What the key may do; <c>api</c> is the contract's scope.</param>
/// <param name="Integration">The integration of the account; null when it has none.</param>
public sealed record AccountKey(
    string Account, string PublicKey, byte[] Salt, byte[] SecretHash, IReadOnlyList<string> Scopes, Integration? Integration)
{
    /// <summary>The contract's scope.</summary>
    public const string ApiScope = "api";

    private const int SaltLength = 16;

    /// <summary>Makes a key with the contract's scope.</summary>
    /// <param name="publicKey">The public part, which is the name of the account too.</param>
    /// <param name="secret">The secret. It is hashed once, so it should be as hard to guess as those of <see cref="NewSecret"/>.</param>
    /// <param name="integration">The integration of the account; null when it has none.</param>
    public static AccountKey Create(string publicKey, string secret, Integration? integration)
    {
        ArgumentException.ThrowIfNullOrEmpty(publicKey);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        byte[] salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new AccountKey(publicKey, publicKey, salt, Hash(salt, secret), [ApiScope], integration);
    }

    /// <summary>A secret of 256 random bits, as 64 hexadecimal digits.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Tells this secret's key from others of the same name, without telling anything of the secret.</summary>
    internal string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(SecretHash).AsSpan(0, 16));

    /// <summary>Whether a secret is the key's, in a time that does not tell how much of it is right.</summary>
    public bool IsSecret(string secret) => CryptographicOperations.FixedTimeEquals(Hash(Salt, secret), SecretHash);

    private static byte[] Hash(byte[] salt, string secret) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(secret));
}

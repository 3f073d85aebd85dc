using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>
/// Issues and reads access tokens, signed with a key that lives as long as the process: after a restart clients ask for new ones.
/// Safe to use from any number of threads.
/// </summary>
internal sealed class AccessTokens
{
    private const string Issuer = "spatialindex";
    private const string KeyClaim = "key";
    private const int KeyLength = 32;

    private readonly TimeProvider _clock;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials _credentials;
    private readonly TokenValidationParameters _parameters;

    public AccessTokens(TimeProvider clock)
    {
        _clock = clock;
        var key = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(KeyLength));
        _credentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        _parameters = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) => expires > _clock.GetUtcNow().UtcDateTime,
        };
    }

    /// <summary>How long a token is valid.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>A new token of a key.</summary>
    public string Issue(AccountKey key)
    {
        DateTime now = _clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = key.Account, ["scope"] = AccountKey.ApiScope, [KeyClaim] = key.Fingerprint },
            SigningCredentials = _credentials,
        });
    }

    /// <summary>The account of a token and the fingerprint of its key; null when the token is not one of ours or has expired.</summary>
    public (string Account, string Fingerprint)? Find(string token)
    {
        // Nothing is fetched for a key that is at hand: the task is complete.
        TokenValidationResult result = _handler.ValidateTokenAsync(token, _parameters).GetAwaiter().GetResult();
        return result is { IsValid: true, SecurityToken: JsonWebToken own } ? (own.Subject, own.GetPayloadValue<string>(KeyClaim)) : null;
    }
}

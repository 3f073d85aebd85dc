using System.Collections.Frozen;
using SpatialIndex.ServicePoints.Api.Accounts;

namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>The accounts of a keys file. Safe to use from any number of threads while it is reloaded.</summary>
internal sealed class KeyAccounts : IAccountResolver, IIntegrationSettings
{
    /// <summary>Compared with where there is no such key, so that the time of an answer does not tell which keys there are.</summary>
    private static readonly AccountKey Nobody = AccountKey.Create("nobody", AccountKey.NewSecret(), null);

    private readonly string _path;
    private readonly AccessTokens _tokens;
    private readonly Lock _reload = new();
    private FileStamp _stamp;
    private volatile FrozenDictionary<string, AccountKey> _byKey = FrozenDictionary<string, AccountKey>.Empty;
    private volatile FrozenDictionary<string, AccountKey> _byAccount = FrozenDictionary<string, AccountKey>.Empty;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no keys file.</exception>
    public KeyAccounts(string path, AccessTokens tokens)
    {
        (_path, _tokens) = (path, tokens);
        Reload();
    }

    /// <summary>
    /// Reads the file again if it was replaced. When that fails the accounts are what they were, and the file is not read again before it
    /// changes.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no keys file.</exception>
    public void Reload()
    {
        lock (_reload)
        {
            FileStamp stamp = FileStamp.Of(_path);
            if (stamp == _stamp)
            {
                return;
            }

            _stamp = stamp;
            IReadOnlyList<AccountKey> keys = KeysFile.Read(_path);
            _byKey = keys.ToFrozenDictionary(static key => key.PublicKey, StringComparer.Ordinal);
            _byAccount = keys.ToFrozenDictionary(static key => key.Account, StringComparer.Ordinal);
        }
    }

    /// <summary>The key that the credentials are of; null when there is none or the secret is wrong.</summary>
    public AccountKey? FindKey(string publicKey, string secretKey)
    {
        AccountKey key = _byKey.GetValueOrDefault(publicKey, Nobody);
        return key.IsSecret(secretKey) && key != Nobody ? key : null;
    }

    public string? FindByKey(string publicKey, string secretKey) => Permitted(FindKey(publicKey, secretKey));

    /// <summary>A token outlives neither its key, not even when another of the same name follows, nor the key's scope.</summary>
    public string? FindByToken(string accessToken) =>
        _tokens.Find(accessToken) is var (account, fingerprint) && _byAccount.GetValueOrDefault(account) is { } key && key.Fingerprint == fingerprint ? Permitted(key) : null;

    public Integration? Find(string? account) => account is null ? null : _byAccount.GetValueOrDefault(account)?.Integration;

    private static string? Permitted(AccountKey? key) => key?.Scopes.Contains(AccountKey.ApiScope) == true ? key.Account : null;
}

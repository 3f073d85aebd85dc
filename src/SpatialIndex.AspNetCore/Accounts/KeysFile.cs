using System.Text.Json;
using SpatialIndex.ServicePoints;

namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>The file of API keys: <c>{"keys": [...]}</c>, readable by its owner only. Replaced as a whole, never changed in place.</summary>
public static class KeysFile
{
    /// <summary>Reads the keys.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no keys file, or names a public key or an account twice.</exception>
    public static IReadOnlyList<AccountKey> Read(string path)
    {
        try
        {
            IReadOnlyList<AccountKey> keys = JsonSerializer.Deserialize(File.ReadAllBytes(path), KeysJson.Default.KeysFileContent)?.Keys
                ?? throw new InvalidDataException($"{path}: is no keys file.");
            if (keys.Any(static key => key is null || key.Scopes.Contains(null!) || key.Integration?.CarrierCodes.Contains(null!) == true))
            {
                throw new InvalidDataException($"{path}: is no keys file: null stands where a key, a scope or a carrier should.");
            }

            return (Repeated(keys, static key => key.PublicKey) ?? Repeated(keys, static key => key.Account)) is { } twice
                ? throw new InvalidDataException($"{path}: {twice} is given twice.")
                : keys;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path}: is no keys file: {exception.Message}", exception);
        }
    }

    /// <summary>Writes the keys, whole or not at all, readable by the owner only.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keys">All keys.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<AccountKey> keys)
    {
        var content = new KeysFileContent([.. keys]);
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, content, KeysJson.Default.KeysFileContent), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string? Repeated(IEnumerable<AccountKey> keys, Func<AccountKey, string> name) =>
        keys.GroupBy(name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
}

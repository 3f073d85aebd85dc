using SpatialIndex.AspNetCore.Accounts;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A file of API keys: listed, and asked as a server does.</summary>
internal sealed class KeysTarget : IFuzzTarget
{
    private readonly Lazy<AccessTokens> _tokens = new(static () => new AccessTokens(new FixedClock(TestPoints.AsOf)));

    public string Name => "keys";

    public void Run(ReadOnlySpan<byte> input)
    {
        string path = Scratch.Write("keys.json", input);
        ToolRun.Of("keys", "list", "--keys", path);
        try
        {
            var accounts = new KeyAccounts(path, _tokens.Value);
            foreach (AccountKey key in KeysFile.Read(path))
            {
                accounts.FindByKey(key.PublicKey, "secret");
                accounts.Find(key.Account);
            }
        }
        catch (InvalidDataException)
        {
        }
    }
}

using System.Runtime.Versioning;

namespace SpatialIndex.Cli.Tests;

/// <summary><c>keys</c>, and what <c>serve</c> refuses before it listens.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Keys_AddedListedAndRevoked_AreInTheFileWithoutTheirSecrets()
    {
        Tool made = Tool.Run("keys", "add", "--keys", Keys, "--public-key", "shop", "--integration", "enabled", "--carrier", "dhl", "--carrier", "postnl");
        Tool chosen = Tool.Run("keys", "add", "--keys", Keys, "--public-key", "till", "--secret", "chosen-by-hand");

        Assert.Equal((0, 65), (made.Code, made.Output.Length));
        Assert.Equal((0, ""), (chosen.Code, chosen.Output));
        Assert.DoesNotContain(made.Output.Trim(), File.ReadAllText(Keys), StringComparison.Ordinal);
        Assert.DoesNotContain("chosen-by-hand", File.ReadAllText(Keys), StringComparison.Ordinal);
        Assert.Equal("shop\tenabled\tdhl,postnl\ntill\tnone\n", Tool.Run("keys", "list", "--keys", Keys).Output);
        Assert.Equal(0, Tool.Run("keys", "revoke", "--keys", Keys, "shop").Code);
        Assert.Equal("till\tnone\n", Tool.Run("keys", "list", "--keys", Keys).Output);
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Keys_Added_AreReadableByTheOwnerOnly()
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no such modes.");

        Tool.Run("keys", "add", "--keys", Keys, "--public-key", "shop");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Keys));
    }

    [Fact]
    public void Keys_WrongInput_IsRefused()
    {
        Tool.Run("keys", "add", "--keys", Keys, "--public-key", "shop");
        string broken = _folder.Write("broken.json", "{\"keys\":[{}]}");

        Assert.Equal(1, Tool.Run("keys", "add", "--keys", Keys, "--public-key", "shop").Code);
        Assert.Equal(1, Tool.Run("keys", "revoke", "--keys", Keys, "nobody").Code);
        Assert.Equal(1, Tool.Run("keys", "list", "--keys", _folder["none.json"]).Code);
        Assert.Equal(1, Tool.Run("keys", "list", "--keys", broken).Code);
        Assert.Equal(2, Tool.Run("keys", "add", "--keys", Keys, "--public-key", "a:b").Code);
        Assert.Equal(2, Tool.Run("keys", "add", "--keys", Keys, "--public-key", "a", "--carrier", "dhl").Code);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "--keys is needed")]
    [InlineData("http://127.0.0.1:8080;http://*:8081", "--keys is needed")]
    [InlineData("8080", "no address")]
    [InlineData(";", "names no address")]
    public void Serve_AddressOfOthersWithoutKeys_IsRefused(string urls, string reason)
    {
        Tool run = Tool.Run("serve", "--snapshot", "x", "--urls", urls);

        Assert.Equal(2, run.Code);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Serve_NoSnapshotOrKeys_IsRefused()
    {
        Assert.Equal(1, Tool.Run("serve", "--snapshot", _folder["none.snapshot"], "--urls", "http://127.0.0.1:0").Code);
        Assert.Equal(1, Tool.Run("serve", "--snapshot", _folder["none.snapshot"], "--keys", _folder["none.json"], "--urls", "http://127.0.0.1:0").Code);
    }

    public void Dispose() => _folder.Dispose();

    private string Keys => _folder["keys.json"];
}

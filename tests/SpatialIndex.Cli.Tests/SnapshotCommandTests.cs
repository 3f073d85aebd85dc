using System.Security.Cryptography;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Tests;

/// <summary><c>snapshot</c>.</summary>
public sealed class SnapshotCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Sign_WithAKeyThatWasMade_IsASignatureOfTheFile()
    {
        string file = _folder.Write("a.snapshot", "any bytes");

        Assert.Equal(0, MakeKeys().Code);
        Assert.Equal(0, Tool.Run("snapshot", "sign", file, "--private-key", _folder["private.pem"]).Code);

        using ECDsa key = SnapshotSignature.ReadKey(_folder["public.pem"]);
        Assert.True(key.VerifyData("any bytes"u8, File.ReadAllBytes($"{file}.sig"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public void Sign_WithoutAPrivateKeyOrAFile_IsRefused()
    {
        string file = _folder.Write("a.snapshot", "any bytes");
        MakeKeys();

        Assert.Equal(1, Tool.Run("snapshot", "sign", file, "--private-key", _folder["public.pem"]).Code);
        Assert.Equal(1, Tool.Run("snapshot", "sign", file, "--private-key", file).Code);
        Assert.Equal(1, Tool.Run("snapshot", "sign", _folder["none"], "--private-key", _folder["private.pem"]).Code);
    }

    [Fact]
    public void Keygen_OverAKey_IsRefused()
    {
        MakeKeys();
        string before = File.ReadAllText(_folder["private.pem"]);

        Assert.Equal(1, MakeKeys().Code);
        Assert.Equal(before, File.ReadAllText(_folder["private.pem"]));
    }

    [Fact]
    public void Keygen_BothKeysInOneFile_IsWrongUsage()
    {
        Tool tool = Tool.Run("snapshot", "keygen", "--private-key", _folder["key.pem"], "--public-key", _folder["./key.pem"]);

        Assert.Equal((2, true), (tool.Code, tool.Error.Contains("written twice", StringComparison.Ordinal)));
        Assert.False(File.Exists(_folder["key.pem"]));
    }

    [Fact]
    public void Sign_OverTheKey_IsWrongUsage()
    {
        string file = _folder.Write("a.snapshot", "any bytes");
        MakeKeys();
        File.Copy(_folder["private.pem"], $"{file}.sig");

        Assert.Equal(2, Tool.Run("snapshot", "sign", file, "--private-key", $"{file}.sig").Code);
        Assert.Equal(File.ReadAllBytes(_folder["private.pem"]), File.ReadAllBytes($"{file}.sig"));
    }

    public void Dispose() => _folder.Dispose();

    private Tool MakeKeys() => Tool.Run("snapshot", "keygen", "--private-key", _folder["private.pem"], "--public-key", _folder["public.pem"]);
}

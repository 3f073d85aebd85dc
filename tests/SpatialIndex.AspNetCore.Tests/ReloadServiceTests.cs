using SpatialIndex.AspNetCore.Accounts;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Api;

namespace SpatialIndex.AspNetCore.Tests;

public sealed class ReloadServiceTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TickingClock _clock = new();
    private readonly LogReader<SnapshotSource> _snapshotLog = new();
    private readonly LogReader<ReloadService> _log = new();
    private readonly SnapshotSource _snapshots;
    private readonly AccessTokens _tokens;
    private readonly KeyAccounts _keys;
    private readonly ReloadService _service;

    public ReloadServiceTests()
    {
        BuildSnapshot("A");
        WriteKey("first");
        _snapshots = new SnapshotSource(
            new ServerOptions { SnapshotPath = _folder["points.snapshot"] }, new ServicePointsEngineOptions(), accounts: null, limiter: null, _snapshotLog);
        _tokens = new AccessTokens(_clock);
        _keys = new KeyAccounts(_folder["keys.json"], _tokens);
        _service = new ReloadService(_snapshots, _keys, _clock, _log);
    }

    [Fact]
    public async Task Tick_SnapshotAndKeysReplaced_TakesBoth()
    {
        await StartAsync();
        BuildSnapshot("BB");
        WriteKey("second");

        await TickAsync();

        Assert.Null(_keys.FindKey("first", "secret"));
        Assert.NotNull(_keys.FindKey("second", "secret"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"keys":[null]}""")]
    [InlineData("""{"keys":[{"account":"a","public_key":"a","salt":"","secret_hash":"","scopes":[null],"integration":null}]}""")]
    [InlineData("""{"keys":[{"account":"a","public_key":"a","salt":"","secret_hash":"","scopes":[],"integration":{"service_points_enabled":true,"carrier_codes":[null]}}]}""")]
    public void Keys_ThatAreNone_AreRefusedByName(string json)
    {
        string path = _folder.Write("other.json", json);

        Assert.StartsWith($"{path}: is no keys file", Assert.Throws<InvalidDataException>(() => KeysFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_OfAKeyThatWasReplaced_IsWorthNothing()
    {
        string token = _tokens.Issue(_keys.FindKey("first", "secret")!);
        Assert.Equal("first", _keys.FindByToken(token));

        WriteKey("first");
        _keys.Reload();

        Assert.Null(_keys.FindByToken(token));
    }

    [Fact]
    public void Reload_AfterDispose_Throws()
    {
        _snapshots.Dispose();

        Assert.Throws<ObjectDisposedException>(_snapshots.Reload);
        Assert.Throws<ObjectDisposedException>(() => _snapshots.Hold());
    }

    [Fact]
    public async Task Tick_KeysBroken_SaysSoAndTakesThemOnceTheyAreMended()
    {
        await StartAsync();
        _folder.Write("keys.json", "{");

        await _clock.TickAsync();

        Assert.StartsWith("Reload failed, what was loaded before stays: ", await _log.ReadAsync(), StringComparison.Ordinal);
        Assert.NotNull(_keys.FindKey("first", "secret"));

        BuildSnapshot("BB");
        WriteKey("second");
        await TickAsync();
        Assert.NotNull(_keys.FindKey("second", "secret"));
    }

    public void Dispose()
    {
        _service.Dispose();
        _snapshots.Dispose();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        Assert.StartsWith("Serving ", await _snapshotLog.ReadAsync(), StringComparison.Ordinal);
        await _service.StartAsync(CancellationToken.None);
    }

    /// <summary>Lets a second pass in which the snapshot was replaced, and the service end what it does then.</summary>
    private async Task TickAsync()
    {
        await _clock.TickAsync();
        Assert.StartsWith("Serving ", await _snapshotLog.ReadAsync(), StringComparison.Ordinal);
        await _service.StopAsync(CancellationToken.None);
    }

    private void BuildSnapshot(string id) => TestPoints.BuildSnapshot(_folder, [TestPoints.Simple(id)]).Dispose();

    private void WriteKey(string publicKey) => KeysFile.Write(_folder["keys.json"], [AccountKey.Create(publicKey, "secret", null)]);
}

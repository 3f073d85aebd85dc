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
    private readonly KeyAccounts _keys;
    private readonly ReloadService _service;

    public ReloadServiceTests()
    {
        BuildSnapshot("A");
        WriteKey("first");
        _snapshots = new SnapshotSource(
            new ServerOptions { SnapshotPath = _folder["points.snapshot"] }, new ServicePointsEngineOptions(), accounts: null, limiter: null, _snapshotLog);
        _keys = new KeyAccounts(_folder["keys.json"], new AccessTokens(_clock));
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

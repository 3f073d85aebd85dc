using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpatialIndex.AspNetCore.Accounts;
using SpatialIndex.AspNetCore.Snapshots;

namespace SpatialIndex.AspNetCore;

/// <summary>Looks every second whether the snapshot or the keys file was replaced. Unlike notifications, that works on every file system.</summary>
internal sealed partial class ReloadService(SnapshotSource snapshots, KeyAccounts? keys, TimeProvider clock, ILogger<ReloadService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                Try(snapshots.Reload);
                if (keys is not null)
                {
                    Try(keys.Reload);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private void Try(Action reload)
    {
        try
        {
            reload();
        }
        catch (Exception exception)
        {
            // An exception that left here would stop the server.
            LogFailed(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reload failed, what was loaded before stays: {Reason}")]
    private partial void LogFailed(string reason);
}

using Microsoft.Extensions.Logging;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Snapshots;

/// <summary>
/// The snapshot that is served: a file, or the newest sound <c>*.snapshot</c> of a folder. Each request holds one snapshot from
/// beginning to end, so a swap is seen by the next request and by none under way.
/// </summary>
internal sealed partial class SnapshotSource : IDisposable
{
    private readonly string _path;
    private readonly ServicePointsEngineOptions _options;
    private readonly IAccountResolver? _accounts;
    private readonly ILogger _logger;
    private readonly Lock _reload = new();
    private readonly HashSet<FileStamp> _refused = [];
    private ServedSnapshot? _current;

    /// <exception cref="SnapshotException">There is no sound snapshot to begin with.</exception>
    public SnapshotSource(string path, ServicePointsEngineOptions options, IAccountResolver? accounts, ILogger<SnapshotSource> logger)
    {
        (_path, _options, _accounts, _logger) = (path, options, accounts, logger);
        Reload();
        if (_current is null)
        {
            throw new SnapshotException(LastRefused?.Reason ?? $"{path}: there is no snapshot.");
        }
    }

    /// <summary>The last snapshot that was refused since one was taken; null when there is none.</summary>
    public RefusedSnapshot? LastRefused { get; private set; }

    /// <summary>The snapshot to answer from, to be disposed when the answer is made.</summary>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public ServedSnapshot Hold()
    {
        while (Volatile.Read(ref _current) is { } current)
        {
            if (current.TryHold())
            {
                return current;
            }
        }

        throw new ObjectDisposedException(nameof(SnapshotSource));
    }

    /// <summary>Takes the newest sound snapshot if it is not the one that is served. A file that was refused is not tried again.</summary>
    public void Reload()
    {
        lock (_reload)
        {
            FileStamp[] candidates = Candidates();
            _refused.IntersectWith(candidates);
            foreach (FileStamp candidate in candidates.TakeWhile(stamp => stamp != _current?.Stamp).Where(stamp => !_refused.Contains(stamp)))
            {
                if (TryOpen(candidate) is { } opened)
                {
                    LastRefused = null;
                    Interlocked.Exchange(ref _current, opened)?.Dispose();
                    LogServing(candidate.Path, opened.Header.CreatedAt);
                    return;
                }
            }
        }
    }

    public void Dispose()
    {
        lock (_reload)
        {
            Interlocked.Exchange(ref _current, null)?.Dispose();
        }
    }

    private FileStamp[] Candidates() => Directory.Exists(_path)
        ? [.. Directory.EnumerateFiles(_path, "*.snapshot").Select(FileStamp.Of).Where(static stamp => stamp.Length >= 0)
            .OrderByDescending(static stamp => stamp.WrittenAt).ThenByDescending(static stamp => stamp.Path, StringComparer.Ordinal)]
        : [FileStamp.Of(_path)];

    private ServedSnapshot? TryOpen(FileStamp candidate)
    {
        Snapshot? snapshot = null;
        try
        {
            snapshot = Snapshot.Open(candidate.Path);
            snapshot.Verify();
            return new ServedSnapshot(candidate, snapshot, new ServicePointsEndpoint(new ServicePointsEngine(snapshot, _options), _accounts));
        }
        catch (SnapshotException exception)
        {
            snapshot?.Dispose();
            _refused.Add(candidate);
            LastRefused = new RefusedSnapshot(candidate, _options.Clock.GetUtcNow(), exception.Message);
            LogRefused(exception.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving {Path}, created at {CreatedAt:O}.")]
    private partial void LogServing(string path, DateTimeOffset createdAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "A snapshot was refused: {Reason}")]
    private partial void LogRefused(string reason);
}

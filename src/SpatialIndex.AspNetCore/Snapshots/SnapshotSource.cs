using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Snapshots;

/// <summary>
/// The snapshot that is served: a file, or the newest sound <c>*.snapshot</c> of a folder. Each request holds one snapshot from
/// beginning to end, so a swap is seen by the next request and by none under way. A service of the application, added by
/// <see cref="ServicePointsServerExtensions.AddServicePointsServer"/>; safe to use from any number of threads.
/// </summary>
public sealed partial class SnapshotSource : IDisposable
{
    private readonly string _path;
    private readonly ServicePointsEngineOptions _options;
    private readonly IAccountResolver? _accounts;
    private readonly IRequestLimiter? _limiter;
    private readonly ECDsa? _trustedKey;
    private readonly ILogger _logger;
    private readonly Lock _reload = new();
    private readonly HashSet<SnapshotCandidate> _refused = [];
    private SharedSnapshot? _current;
    private bool _isDisposed;

    /// <exception cref="SnapshotException">There is no sound snapshot to begin with.</exception>
    /// <exception cref="IOException">The trusted key cannot be read.</exception>
    /// <exception cref="InvalidDataException">The trusted key is none.</exception>
    internal SnapshotSource(
        ServerOptions server, ServicePointsEngineOptions options, IAccountResolver? accounts, IRequestLimiter? limiter, ILogger<SnapshotSource> logger)
    {
        (_path, _options, _accounts, _limiter, _logger) = (server.SnapshotPath, options, accounts, limiter, logger);
        _trustedKey = server.TrustedKeyPath is { } keyPath ? SnapshotSignature.ReadKey(keyPath) : null;
        Reload();
        if (_current is null)
        {
            throw new SnapshotException(LastRefused?.Reason ?? $"{_path}: there is no sound snapshot.");
        }
    }

    /// <summary>The last snapshot that was refused since one was taken; null when there is none.</summary>
    internal RefusedSnapshot? LastRefused { get; private set; }

    /// <summary>The snapshot to answer from, to be disposed when the answer is made.</summary>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public ServedSnapshot Hold()
    {
        while (Volatile.Read(ref _current) is { } current)
        {
            if (current.TryHold())
            {
                return new ServedSnapshot(current);
            }
        }

        throw new ObjectDisposedException(nameof(SnapshotSource));
    }

    /// <summary>
    /// Takes the newest sound snapshot if it is not the one that is served. A file that was refused is not tried again. A running application
    /// does so every second.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be read; what was served before is served on.</exception>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public void Reload()
    {
        lock (_reload)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            SnapshotCandidate[] candidates = Candidates();
            _refused.IntersectWith(candidates);
            foreach (SnapshotCandidate candidate in candidates.TakeWhile(item => item != _current?.Candidate).Where(item => !_refused.Contains(item)))
            {
                if (TryOpen(candidate) is { } opened)
                {
                    LastRefused = null;
                    Interlocked.Exchange(ref _current, opened)?.Release();
                    LogServing(candidate.File.Path, opened.Header.CreatedAt);
                    return;
                }
            }
        }
    }

    /// <summary>Lets go of the snapshot that is served. Requests under way end undisturbed.</summary>
    public void Dispose()
    {
        lock (_reload)
        {
            _isDisposed = true;
            Interlocked.Exchange(ref _current, null)?.Release();
            _trustedKey?.Dispose();
        }
    }

    /// <summary>The newest first.</summary>
    private SnapshotCandidate[] Candidates() => Directory.Exists(_path)
        ? [.. Directory.EnumerateFiles(_path, "*.snapshot").Select(SnapshotCandidate.Of).Where(static item => item.File.Length >= 0)
            .OrderByDescending(static item => item.File.WrittenAt).ThenByDescending(static item => item.File.Path, StringComparer.Ordinal)]
        : [SnapshotCandidate.Of(_path)];

    private SharedSnapshot? TryOpen(SnapshotCandidate candidate)
    {
        Snapshot? snapshot = null;
        try
        {
            snapshot = Snapshot.Open(candidate.File.Path);
            if (_trustedKey is not null)
            {
                SnapshotSignature.Verify(snapshot, candidate.File.Path, _trustedKey);
            }

            snapshot.Verify();
            var engine = new ServicePointsEngine(snapshot, _options with { Geocoder = _options.Geocoder ?? new SnapshotGeocoder(snapshot) });
            return new SharedSnapshot(candidate, snapshot, engine, new ServicePointsEndpoint(engine, _accounts, _limiter));
        }
        catch (Exception exception)
        {
            // Whatever is wrong with a file, the one before it is served on, and this one is not tried again before it changes.
            snapshot?.Dispose();
            _refused.Add(candidate);
            LastRefused = new RefusedSnapshot(candidate.File, _options.Clock.GetUtcNow(), exception.Message);
            LogRefused(exception.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving {Path}, created at {CreatedAt:O}.")]
    private partial void LogServing(string path, DateTimeOffset createdAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "A snapshot was refused: {Reason}")]
    private partial void LogRefused(string reason);
}

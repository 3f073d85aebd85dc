using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Snapshots;

/// <summary>
/// A snapshot that is served, held open until it is disposed; made by <see cref="SnapshotSource.Hold"/>. Safe to use from any number of threads.
/// </summary>
/// <remarks>It is held by its source and by each request under way. The last to let go closes the file.</remarks>
public sealed class ServedSnapshot : IDisposable
{
    private readonly Snapshot _snapshot;
    private int _holders = 1;

    internal ServedSnapshot(SnapshotCandidate candidate, Snapshot snapshot, ServicePointsEngine engine, ServicePointsEndpoint endpoint) =>
        (Candidate, _snapshot, Engine, Endpoint) = (candidate, snapshot, engine, endpoint);

    /// <summary>Answers from the snapshot, by the clock, geocoder and availability check of the application.</summary>
    public ServicePointsEngine Engine { get; }

    /// <summary>What the snapshot says of itself.</summary>
    public SnapshotHeader Header => _snapshot.Header;

    internal SnapshotCandidate Candidate { get; }

    internal ServicePointsEndpoint Endpoint { get; }

    /// <summary>Holds the snapshot until <see cref="Dispose"/>; false when it is closed already.</summary>
    internal bool TryHold()
    {
        int holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Lets go: to be called once for each <see cref="SnapshotSource.Hold"/>.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _snapshot.Dispose();
        }
    }
}

using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Snapshots;

/// <summary>
/// A snapshot, what answers from it, and how many hold it: its source and each request under way. The last to let go closes the file.
/// </summary>
internal sealed class SharedSnapshot(SnapshotCandidate candidate, Snapshot snapshot, ServicePointsEngine engine, ServicePointsEndpoint endpoint)
{
    private int _holders = 1;

    public SnapshotCandidate Candidate => candidate;

    public SnapshotHeader Header => snapshot.Header;

    public ServicePointsEngine Engine => engine;

    public ServicePointsEndpoint Endpoint => endpoint;

    /// <summary>Holds the snapshot until <see cref="Release"/>; false when it is closed already.</summary>
    public bool TryHold()
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

    /// <summary>Lets go, once for the making and once for each <see cref="TryHold"/>.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            snapshot.Dispose();
        }
    }
}

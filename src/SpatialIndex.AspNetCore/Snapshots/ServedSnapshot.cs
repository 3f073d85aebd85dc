using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Snapshots;

/// <summary>
/// A snapshot that is served, held open until this is disposed; made by <see cref="SnapshotSource.Hold"/>. Safe to use from any number of threads.
/// </summary>
public sealed class ServedSnapshot : IDisposable
{
    private SharedSnapshot? _shared;

    internal ServedSnapshot(SharedSnapshot shared) => _shared = shared;

    /// <summary>Answers from the snapshot, by the clock, geocoder and availability check of the application.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public ServicePointsEngine Engine => Shared.Engine;

    /// <summary>What the snapshot says of itself.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public SnapshotHeader Header => Shared.Header;

    internal SnapshotCandidate Candidate => Shared.Candidate;

    internal ServicePointsEndpoint Endpoint => Shared.Endpoint;

    private SharedSnapshot Shared => Volatile.Read(ref _shared) ?? throw new ObjectDisposedException(nameof(ServedSnapshot));

    /// <summary>Lets go of the snapshot. Doing so again has no effect.</summary>
    public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();
}

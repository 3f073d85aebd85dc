using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>A peer in this process.</summary>
internal sealed class PeerContender : IContender
{
    private readonly Dataset _data;
    private readonly IPeer _peer;
    private readonly Neighbor[] _results = new Neighbor[Operation.MaxResults];

    public PeerContender(Peer peer, Dataset data)
    {
        (Name, _data) = (peer.Name, data);
        long bytes = KeptBytes();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        _peer = peer.Build(data);
        BuildMilliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        Bytes = KeptBytes() - bytes;
    }

    public string Name { get; }

    public double BuildMilliseconds { get; }

    public double Bytes { get; }

    public double Time(Operation operation, int queryCount)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        foreach (GeoPoint query in _data.Queries.AsSpan(0, queryCount))
        {
            operation.Run(_peer, query, _results);
        }

        return (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / queryCount;
    }

    public double Checksum(Operation operation, int queryCount) => _data.Queries.Take(queryCount).Sum(query =>
    {
        int count = operation.Run(_peer, query, _results);
        return operation.IsBox ? count : count == 0 ? 0 : Haversine.DistanceMeters(query, _data.Points[_results[count - 1].Id]);
    });

    public void Dispose()
    {
    }

    private static long KeptBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

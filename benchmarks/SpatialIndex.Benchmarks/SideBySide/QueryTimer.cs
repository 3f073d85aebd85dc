using System.Diagnostics;
using SpatialIndex.Benchmarks.Peers;

namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>Times queries as the peers' harness does: one after the other on one thread, five passes over all of them after one that is not counted.</summary>
internal static class QueryTimer
{
    private const int Passes = 5;

    public static QueryTimes Measure<TPeer>(Operation operation, TPeer peer, GeoPoint[] queries)
        where TPeer : IPeer
    {
        var results = new Neighbor[Operation.MaxResults];
        Pass(operation, peer, queries, results);
        double[] nanoseconds = [.. Enumerable.Range(0, Passes).Select(_ => Pass(operation, peer, queries, results)).Order()];
        return new QueryTimes(nanoseconds[0], nanoseconds[Passes / 2], nanoseconds[^1]);
    }

    private static double Pass<TPeer>(Operation operation, TPeer peer, GeoPoint[] queries, Neighbor[] results)
        where TPeer : IPeer
    {
        long start = Stopwatch.GetTimestamp();
        foreach (GeoPoint query in queries)
        {
            operation.Run(peer, query, results);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / queries.Length;
    }
}

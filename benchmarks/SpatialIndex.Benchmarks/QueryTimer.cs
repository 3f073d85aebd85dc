using System.Diagnostics;
using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks;

/// <summary>Times queries, one after the other on one thread: five passes over all of them, after one that is not counted.</summary>
internal static class QueryTimer
{
    private const int Passes = 5;

    public static QueryTimes Measure<TPeer>(Operation operation, TPeer peer, GeoPoint[] queries)
        where TPeer : IPeer
    {
        var results = new Neighbor[Operation.MaxResults];
        return Measure(queries.Length, number => operation.Run(peer, queries[number], results));
    }

    /// <param name="queryCount">How many queries there are.</param>
    /// <param name="run">Asks the query of a number.</param>
    public static QueryTimes Measure(int queryCount, Func<int, int> run)
    {
        Pass(queryCount, run);
        double[] nanoseconds = [.. Enumerable.Range(0, Passes).Select(_ => Pass(queryCount, run)).Order()];
        return new QueryTimes(nanoseconds[0], nanoseconds[Passes / 2], nanoseconds[^1]);
    }

    private static double Pass(int queryCount, Func<int, int> run)
    {
        long start = Stopwatch.GetTimestamp();
        for (int number = 0; number < queryCount; number++)
        {
            run(number);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / queryCount;
    }
}

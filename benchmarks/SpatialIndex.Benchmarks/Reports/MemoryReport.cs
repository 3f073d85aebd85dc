using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>The bytes that each peer keeps for a point, positions, classes and expiries included, and allocates for a query.</summary>
internal static class MemoryReport
{
    private const int QueryCount = 500;

    public static void Run(ReportOptions options)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            MarkdownTable.Header([data.Title, "bytes a point", .. Operation.All.Select(static operation => operation.Name)]);
            foreach (Peer peer in Peer.All)
            {
                Measure(peer, data);
            }

            Console.WriteLine();
        }
    }

    private static void Measure(Peer peer, Dataset data)
    {
        long before = RetainedBytes();
        IPeer built = peer.Build(data);
        long kept = RetainedBytes() - before;
        MarkdownTable.Row(
            peer.Name,
            Operation.All.Select(operation => AllocatedBytes(built, operation, data)).Prepend((double)kept / data.Points.Length),
            "n0");
        GC.KeepAlive(built);
    }

    private static long RetainedBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>The mean of one thread's queries, after one that compiles them.</summary>
    private static double AllocatedBytes(IPeer peer, Operation operation, Dataset data)
    {
        var results = new Neighbor[Operation.MaxResults];
        operation.Run(peer, data.Queries[0], results);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (GeoPoint query in data.Queries.AsSpan(0, QueryCount))
        {
            operation.Run(peer, query, results);
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / QueryCount;
    }
}

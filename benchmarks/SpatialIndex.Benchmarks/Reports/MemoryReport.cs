using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>The bytes that each peer keeps for a point, positions, classes and expiries included, and allocates for a query.</summary>
internal static class MemoryReport
{
    private const int PointCount = 1_000_000;
    private const int QueryCount = 500;

    public static void Run()
    {
        Dataset data = SyntheticDataset.Generate(PointCount);
        Console.WriteLine(FormattableString.Invariant($"Bytes kept for a point, of {PointCount:n0}, and allocated for a query:"));
        Console.WriteLine();
        MarkdownTable.Header(["peer", "a point", .. Operation.All.Select(static operation => operation.Name)]);
        foreach (Peer peer in Peer.All)
        {
            Measure(peer, data);
        }
    }

    private static void Measure(Peer peer, Dataset data)
    {
        long before = RetainedBytes();
        IPeer built = peer.Build(data);
        long kept = RetainedBytes() - before;
        MarkdownTable.Row(
            peer.Name,
            Operation.All.Select(operation => AllocatedBytes(built, operation, data)).Prepend((double)kept / PointCount),
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

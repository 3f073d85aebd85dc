using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>The bytes that each managed peer allocates for a query.</summary>
internal sealed class AllocationsSection : ISection
{
    public string Name => "allocations";

    public string Title => "Allocations";

    public string About => "Bytes that a query of a managed peer leaves to the garbage collector, the mean of 500.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            GeoPoint[] queries = options.QueriesOf(data, 500);
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"{data.Title}: bytes a query",
                Heading = "peer",
                Columns = [.. Operation.All.Select(static operation => operation.Name)],
            });
            foreach (Peer peer in Peer.All)
            {
                IPeer built = peer.Build(data);
                table.Add(peer.Name, Operation.All.Select(operation => AllocatedBytes(built, operation, queries)));
            }
        }
    }

    /// <summary>The mean of one thread's queries, after one that compiles them.</summary>
    private static double AllocatedBytes(IPeer peer, Operation operation, GeoPoint[] queries)
    {
        var results = new Neighbor[Operation.MaxResults];
        operation.Run(peer, queries[0], results);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (GeoPoint query in queries)
        {
            operation.Run(peer, query, results);
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / queries.Length;
    }
}

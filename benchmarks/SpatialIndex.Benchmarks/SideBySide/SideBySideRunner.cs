using System.Diagnostics;
using SpatialIndex.Benchmarks.Peers;

namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>
/// Runs the operations of the peers' harness and prints its JSON lines, with checksums that must agree: one thread, the first
/// 20,000 queries, one warm-up pass, the median of five.
/// </summary>
internal static class SideBySideRunner
{
    private const int PartialChecksumQueries = 1_000;

    /// <param name="datasetPath">The set without the endings of its files.</param>
    /// <param name="operations">The names of the operations to run; none for all.</param>
    public static void Run(string datasetPath, IReadOnlyCollection<string> operations)
    {
        Dataset data = Dataset.Read(datasetPath);
        long start = Stopwatch.GetTimestamp();
        KdTree tree = data.BuildTree();
        double buildMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        foreach (Operation operation in Operation.All)
        {
            if (operations.Count == 0 || operations.Contains(operation.Name))
            {
                Run(operation, tree, data, buildMilliseconds);
            }
        }
    }

    private static void Run(Operation operation, KdTree tree, Dataset data, double buildMilliseconds)
    {
        var results = new Neighbor[Operation.MaxResults];
        GeoPoint[] queries = data.Queries;
        var peer = new OwnTree(tree);
        (double sum, double partialSum, double hits) = (0, 0, 0);
        for (int i = 0; i < queries.Length; i++)
        {
            int count = operation.Run(peer, queries[i], results);
            double value = operation.IsBox ? count : count == 0 ? 0 : Haversine.DistanceMeters(queries[i], data.Points[results[count - 1].Id]);
            sum += value;
            partialSum += i < PartialChecksumQueries ? value : 0;
            hits += count;
        }

        QueryTimes times = QueryTimer.Measure(operation, peer, queries);
        Console.WriteLine(FormattableString.Invariant(
            $$"""
            {"peer":"spatialindex","dataset":"{{data.Name}}","op":"{{operation.Name}}","ns_per_query":{{times.Median:f1}},"build_ms":{{buildMilliseconds:f1}},"bytes":{{tree.Data.Length}},"checksum":{{sum:f3}},"checksum1k":{{partialSum:f3}},"queries":{{queries.Length}},"hits_per_query":{{hits / queries.Length:f2}},"min_ns":{{times.Least:f1}},"max_ns":{{times.Most:f1}},"note":""}
            """));
    }
}

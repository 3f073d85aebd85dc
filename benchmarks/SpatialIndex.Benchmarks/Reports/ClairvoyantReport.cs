using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>
/// Each nearest search beside a clairvoyant one, which is told the distance of the last result before it begins: how far the search is from
/// the least it must read.
/// </summary>
internal static class ClairvoyantReport
{
    public static void Run(ReportOptions options)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            KdTree tree = data.BuildTree();
            MarkdownTable.Header([data.Title, "search µs", "clairvoyant µs", "ratio"]);
            foreach (Operation operation in Operation.All.Where(static operation => operation.Kind == OperationKind.Nearest))
            {
                double search = QueryTimer.Measure(operation, new OwnTree(tree), data.Queries).Median / 1000;
                double clairvoyant = Measure(operation, tree, data.Queries).Median / 1000;
                MarkdownTable.Row(operation.Name, [search, clairvoyant, search / clairvoyant], "n2");
            }

            Console.WriteLine();
        }
    }

    private static QueryTimes Measure(Operation operation, KdTree tree, GeoPoint[] queries)
    {
        var results = new Neighbor[operation.Limit];
        double[] radii = [.. queries.Select(query =>
            tree.Nearest(query, results, operation.Filter) == results.Length ? results[^1].DistanceMeters : double.PositiveInfinity)];
        return QueryTimer.Measure(queries.Length, number => tree.NearestWithin(queries[number], radii[number], results, operation.Filter));
    }
}

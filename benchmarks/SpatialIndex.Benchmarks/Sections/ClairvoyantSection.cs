using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Each nearest search beside one that is told the distance of the last result before it begins.</summary>
internal sealed class ClairvoyantSection : ISection
{
    public string Name => "clairvoyant";

    public string Title => "Clairvoyant searches";

    public string About =>
        "Each nearest search beside one that is told the distance of its last result beforehand, as the radius: how far the search is from the least "
        + "that it must read. Where the ratio is below 1, a given radius takes longer to prepare than it saves.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            KdTree tree = data.BuildTree();
            GeoPoint[] queries = options.QueriesOf(data);
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"{data.Title}: µs a query",
                Heading = "operation",
                Columns = ["search", "clairvoyant", "ratio"],
            });
            foreach (Operation operation in Operation.All.Where(static operation => operation.Kind == OperationKind.Nearest))
            {
                double[] microseconds = [.. Time(operation, tree, queries).Select(time => time.Processor.TotalMicroseconds / queries.Length)];
                table.Add(operation.Name, microseconds[0], microseconds[1], microseconds[0] / microseconds[1]);
            }
        }
    }

    private static Duration[] Time(Operation operation, KdTree tree, GeoPoint[] queries)
    {
        var results = new Neighbor[operation.Limit];
        double[] radii = [.. queries.Select(query =>
            tree.Nearest(query, results, operation.Filter) == results.Length ? results[^1].DistanceMeters : double.PositiveInfinity)];
        return Turns.MedianOfEach(Search, SearchWithin);

        void Search()
        {
            foreach (GeoPoint query in queries)
            {
                tree.Nearest(query, results, operation.Filter);
            }
        }

        void SearchWithin()
        {
            for (int i = 0; i < queries.Length; i++)
            {
                tree.NearestWithin(queries[i], radii[i], results, operation.Filter);
            }
        }
    }
}

using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Counts the queries that each peer answers differently from a scan of all haversines; fails unless ours answers none so.</summary>
internal sealed class AccuracySection : ISection
{
    public string Name => "accuracy";

    public string Title => "Accuracy";

    public string About =>
        "How many queries each managed peer answers differently from a scan of all haversines: other points, another order or another count; of a "
        + "box that holds more than 200 any 200 are right. Degrees are not a plane: the peers that take them for one err.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            GeoPoint[] queries = options.QueriesOf(data, 1_000);
            int[,] wrong = CountWrong(data, queries);
            ReportTable table = result.Add(new ReportTable
            {
                Title = FormattableString.Invariant($"{data.Title}: wrong answers to {queries.Length:n0} queries"),
                Heading = "peer",
                Columns = [.. Operation.All.Select(static operation => operation.Name)],
            });
            for (int i = 0; i < Peer.All.Count; i++)
            {
                double[] counts = [.. Operation.All.Select((_, column) => (double)wrong[i, column])];
                table.Add(Peer.All[i].Name, counts);
                if (Peer.All[i] == Peer.Ours && counts.Sum() > 0)
                {
                    result.Fail("ours answers some queries wrongly.");
                }
            }
        }
    }

    /// <summary>By peer and operation.</summary>
    private static int[,] CountWrong(Dataset data, GeoPoint[] queries)
    {
        IPeer[] peers = [.. Peer.All.Select(peer => peer.Build(data))];
        var exact = new HaversineScan(new PointTable(data));
        var expected = new Neighbor[Operation.MaxResults];
        var actual = new Neighbor[Operation.MaxResults];
        int[,] wrong = new int[peers.Length, Operation.All.Count];
        foreach (GeoPoint query in queries)
        {
            for (int column = 0; column < Operation.All.Count; column++)
            {
                Operation operation = Operation.All[column];
                int expectedCount = operation.Run(exact, query, expected);
                for (int i = 0; i < peers.Length; i++)
                {
                    int count = operation.Run(peers[i], query, actual);
                    bool isRight = count == expectedCount && (operation.IsBox
                        ? AreInBox(actual.AsSpan(0, count), Operation.BoxAround(query), data)
                        : HaveSameIds(actual.AsSpan(0, count), expected));
                    wrong[i, column] += isRight ? 0 : 1;
                }
            }
        }

        return wrong;
    }

    /// <summary>A full box may be answered with any of its points, each once.</summary>
    private static bool AreInBox(ReadOnlySpan<Neighbor> actual, BoundingBox box, Dataset data)
    {
        var ids = new HashSet<long>();
        foreach (Neighbor neighbor in actual)
        {
            if (!ids.Add(neighbor.Id) || !box.Contains(data.Points[neighbor.Id]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HaveSameIds(ReadOnlySpan<Neighbor> actual, ReadOnlySpan<Neighbor> expected)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            if (actual[i].Id != expected[i].Id)
            {
                return false;
            }
        }

        return true;
    }
}

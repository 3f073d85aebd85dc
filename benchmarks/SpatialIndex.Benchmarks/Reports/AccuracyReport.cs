using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Counts the queries that each peer answers differently from a scan of all haversines.</summary>
internal static class AccuracyReport
{
    private const string PointsOption = "--points";
    private const string QueriesOption = "--queries";

    /// <returns>Whether all answers of ours are right.</returns>
    public static bool Run(string[] args)
    {
        var options = new ReportOptions(args, PointsOption, QueriesOption);
        int queryCount = options.Count(QueriesOption, 1_000);
        Dataset data = SyntheticDataset.Generate(options.Count(PointsOption, 1_000_000));
        GeoPoint[] queries = data.Queries[..Math.Min(queryCount, data.Queries.Length)];
        IPeer[] peers = [.. Peer.All.Select(peer => peer.Build(data))];
        int[,] wrong = CountWrong(peers, new HaversineScan(new PointTable(data)), data, queries);

        Console.WriteLine(FormattableString.Invariant(
            $"Wrong answers to {queries.Length:n0} queries among {data.Points.Length:n0} points:"));
        Console.WriteLine();
        MarkdownTable.Header(["peer", .. Operation.All.Select(static operation => operation.Name)]);
        for (int i = 0; i < peers.Length; i++)
        {
            MarkdownTable.Row(Peer.All[i].Name, Operation.All.Select((_, column) => (double)wrong[i, column]), "n0");
        }

        int ours = Array.FindIndex([.. Peer.All], static peer => peer == Peer.Ours);
        return Operation.All.Select((_, column) => wrong[ours, column]).All(static count => count == 0);
    }

    /// <summary>By peer and operation.</summary>
    private static int[,] CountWrong(IPeer[] peers, HaversineScan exact, Dataset data, GeoPoint[] queries)
    {
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

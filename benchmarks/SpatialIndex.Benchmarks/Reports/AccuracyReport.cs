using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Counts the queries that each peer answers differently from a scan of all haversines.</summary>
internal static class AccuracyReport
{
    /// <returns>Whether all answers of ours are right.</returns>
    public static bool Run(ReportOptions options)
    {
        int ours = Array.FindIndex([.. Peer.All], static peer => peer == Peer.Ours);
        int oursWrong = 0;
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            GeoPoint[] queries = data.Queries[..Math.Min(options.QueryCount(1_000), data.Queries.Length)];
            int[,] wrong = CountWrong(data, queries);
            Console.WriteLine(FormattableString.Invariant($"Wrong answers to {queries.Length:n0} queries:"));
            Console.WriteLine();
            MarkdownTable.Header([data.Title, .. Operation.All.Select(static operation => operation.Name)]);
            for (int i = 0; i < Peer.All.Count; i++)
            {
                MarkdownTable.Row(Peer.All[i].Name, Operation.All.Select((_, column) => (double)wrong[i, column]), "n0");
            }

            Console.WriteLine();
            oursWrong += Operation.All.Select((_, column) => wrong[ours, column]).Sum();
        }

        return oursWrong == 0;
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

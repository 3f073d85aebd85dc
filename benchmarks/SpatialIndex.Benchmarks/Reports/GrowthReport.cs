using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>What building and each operation cost as the points get more, and how many times as much the last set costs as the one before.</summary>
internal static class GrowthReport
{
    public static void Run(ReportOptions options)
    {
        MarkdownTable.Header(["set", "build ms", .. Operation.All.Select(static operation => $"{operation.Name} ns")]);
        (double[] before, double[] last) = ([], []);
        foreach (Dataset data in options.Datasets(10_000, 100_000, 1_000_000, 10_000_000))
        {
            (before, last) = (last, Measure(data));
            MarkdownTable.Row(data.Title, last, "n0");
        }

        if (before.Length > 0)
        {
            MarkdownTable.Row("last / one before", last.Zip(before, static (cost, previous) => cost / previous), "n2");
        }
    }

    private static double[] Measure(Dataset data)
    {
        (KdTree tree, double milliseconds) = BuildTimer.Measure(data.ToBuilder());
        var peer = new OwnTree(tree);
        return [milliseconds, .. Operation.All.Select(operation => QueryTimer.Measure(operation, peer, data.Queries).Median)];
    }
}

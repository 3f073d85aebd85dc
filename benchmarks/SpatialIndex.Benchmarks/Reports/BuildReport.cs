using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>What building costs, on one thread and on twice as many up to the number of processors.</summary>
internal static class BuildReport
{
    /// <returns>Whether any number of threads gave the same tree.</returns>
    public static bool Run(ReportOptions options)
    {
        bool areEqual = true;
        MarkdownTable.Header(["set, threads", "build ms", "ns a point", "bytes a point"]);
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            KdTreeBuilder builder = data.ToBuilder();
            ReadOnlySpan<byte> first = builder.Build(maxThreads: 1).Data.Span;
            for (int threads = 1; threads <= Environment.ProcessorCount; threads *= 2)
            {
                (KdTree tree, double milliseconds) = BuildTimer.Measure(builder, threads);
                areEqual &= tree.Data.Span.SequenceEqual(first);
                MarkdownTable.Row(
                    $"{data.Title}, {threads}", [milliseconds, milliseconds * 1e6 / tree.Count, (double)tree.Data.Length / tree.Count], "n1");
            }
        }

        return areEqual;
    }
}

using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>What building a tree costs, on one thread and on twice as many up to the number of processors; fails unless all trees are the same.</summary>
internal sealed class BuildSection : ISection
{
    public string Name => "build";

    public string Title => "Building a tree";

    public string About => "From points that have been added, on one thread and on more. Any number of threads gives the same bytes.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        ReportTable table = result.Add(new ReportTable { Title = "Building", Heading = "set, threads", Columns = ["ms", "ns a point", "bytes a point"] });
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            KdTreeBuilder builder = data.ToBuilder();
            ReadOnlyMemory<byte> first = builder.Build(maxThreads: 1).Data;
            for (int threads = 1; threads <= Environment.ProcessorCount; threads *= 2)
            {
                (KdTree tree, double milliseconds) = BuildTimer.Measure(builder, threads);
                table.Add($"{data.Title}, {threads}", milliseconds, milliseconds * 1e6 / tree.Count, (double)tree.Data.Length / tree.Count);
                if (!tree.Data.Span.SequenceEqual(first.Span))
                {
                    result.Fail($"{threads} threads give another tree than one.");
                }
            }
        }
    }
}

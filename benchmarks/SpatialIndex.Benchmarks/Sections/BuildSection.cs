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
        ReportTable table = result.Add(new ReportTable
        {
            Title = "Building",
            Heading = "set, threads",
            Columns = ["ms on the clock", "ms of processor time", "bytes a point"],
        });
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            KdTreeBuilder builder = data.ToBuilder();
            int[] threads = [.. ThreadCounts()];
            KdTree[] trees = [.. threads.Select(count => builder.Build(count))];
            Duration[] times = Turns.MedianOfEach([.. threads.Select(count => (Action)(() => Build(builder, count)))]);
            for (int i = 0; i < threads.Length; i++)
            {
                table.Add(
                    $"{data.Title}, {threads[i]}",
                    times[i].Clock.TotalMilliseconds,
                    times[i].Processor.TotalMilliseconds,
                    (double)trees[i].Data.Length / trees[i].Count);
                if (!trees[i].Data.Span.SequenceEqual(trees[0].Data.Span))
                {
                    result.Fail($"{threads[i]} threads give another tree than one.");
                }
            }
        }
    }

    private static IEnumerable<int> ThreadCounts()
    {
        for (int threads = 1; threads <= Environment.ProcessorCount; threads *= 2)
        {
            yield return threads;
        }
    }

    /// <summary>What earlier builds left behind is collected before, not meanwhile.</summary>
    private static void Build(KdTreeBuilder builder, int threads)
    {
        GC.Collect();
        builder.Build(threads);
    }
}

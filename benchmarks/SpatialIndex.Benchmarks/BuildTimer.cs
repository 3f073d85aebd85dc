using System.Diagnostics;

namespace SpatialIndex.Benchmarks;

/// <summary>Times the building of a tree from points that have been added: five times, after one that is not counted.</summary>
internal static class BuildTimer
{
    private const int Builds = 5;

    /// <summary>The tree and the median of the milliseconds it took.</summary>
    public static (KdTree Tree, double Milliseconds) Measure(KdTreeBuilder builder, int? maxThreads = null)
    {
        (KdTree tree, _) = Build(builder, maxThreads);
        double[] milliseconds = [.. Enumerable.Range(0, Builds).Select(_ => Build(builder, maxThreads).Milliseconds).Order()];
        return (tree, milliseconds[Builds / 2]);
    }

    /// <summary>What earlier builds left behind is collected before, not meanwhile.</summary>
    private static (KdTree Tree, double Milliseconds) Build(KdTreeBuilder builder, int? maxThreads)
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        KdTree tree = builder.Build(maxThreads);
        return (tree, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}

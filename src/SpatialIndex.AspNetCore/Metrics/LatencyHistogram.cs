namespace SpatialIndex.AspNetCore.Metrics;

/// <summary>Counts durations in buckets. Safe to use from any number of threads.</summary>
internal sealed class LatencyHistogram
{
    private readonly long[] _counts = new long[Bounds.Length + 1];
    private long _ticks;

    /// <summary>The upper bounds of the buckets in seconds, but the last, which has none.</summary>
    public static ReadOnlySpan<double> Bounds => [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];

    public double SumSeconds => TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds;

    public void Add(double seconds)
    {
        int bucket = Bounds.BinarySearch(seconds);
        Interlocked.Increment(ref _counts[bucket < 0 ? ~bucket : bucket]);
        Interlocked.Add(ref _ticks, TimeSpan.FromSeconds(seconds).Ticks);
    }

    /// <summary>How many durations are at most as long as the bound of each bucket.</summary>
    public long[] CumulativeCounts()
    {
        long[] counts = [.. _counts];
        for (int i = 1; i < counts.Length; i++)
        {
            counts[i] += counts[i - 1];
        }

        return counts;
    }
}

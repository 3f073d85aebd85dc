using Perfolizer.Horology;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>The time that this process has had a processor, as a clock for BenchmarkDotNet.</summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}

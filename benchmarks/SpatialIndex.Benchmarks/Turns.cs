using System.Diagnostics;

namespace SpatialIndex.Benchmarks;

/// <summary>Times ways to do a thing in turn, so that a busy machine is busy for each of them.</summary>
internal static class Turns
{
    private const int DefaultRounds = 5;

    /// <summary>The medians of what passes on the clock; every way is gone once before, uncounted.</summary>
    public static TimeSpan[] MedianOfEach(params Action[] ways) => MedianOfEach(DefaultRounds, ways);

    /// <inheritdoc cref="MedianOfEach(Action[])"/>
    public static TimeSpan[] MedianOfEach(int rounds, params Action[] ways) => Measure(static () => Stopwatch.GetElapsedTime(0), rounds, ways);

    /// <summary>The medians of the time that this process has a processor; every way is gone once before, uncounted.</summary>
    public static TimeSpan[] MedianProcessorTimeOfEach(params Action[] ways) => Measure(static () => Environment.CpuUsage.TotalTime, DefaultRounds, ways);

    private static TimeSpan[] Measure(Func<TimeSpan> clock, int rounds, Action[] ways)
    {
        Array.ForEach(ways, static way => way());
        TimeSpan[][] times = [.. Enumerable.Range(0, rounds).Select(_ => ways.Select(way => Time(clock, way)).ToArray())];
        return [.. ways.Select((_, i) => times.Select(round => round[i]).Order().ElementAt(rounds / 2))];
    }

    private static TimeSpan Time(Func<TimeSpan> clock, Action way)
    {
        TimeSpan start = clock();
        way();
        return clock() - start;
    }
}

using System.Diagnostics;

namespace SpatialIndex.Benchmarks;

/// <summary>Times ways to do a thing in turn, so that a busy machine is busy for each of them.</summary>
internal static class Turns
{
    private const int DefaultRounds = 5;

    /// <summary>The medians of what each takes; every way is gone once before, uncounted.</summary>
    public static Duration[] MedianOfEach(params Action[] ways) => MedianOfEach(DefaultRounds, ways);

    /// <inheritdoc cref="MedianOfEach(Action[])"/>
    public static Duration[] MedianOfEach(int rounds, params Action[] ways)
    {
        Array.ForEach(ways, static way => way());
        return MedianOfEachWarm(rounds, ways);
    }

    /// <summary>The medians of what each takes, of ways that have been gone before.</summary>
    public static Duration[] MedianOfEachWarm(int rounds, params Action[] ways)
    {
        Duration[][] times = [.. Enumerable.Range(0, rounds).Select(_ => ways.Select(Time).ToArray())];
        return [.. ways.Select((_, i) => new Duration(Median(times.Select(round => round[i].Clock)), Median(times.Select(round => round[i].Processor))))];
    }

    /// <summary>What a way takes once.</summary>
    public static Duration Time(Action way)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long clock = Stopwatch.GetTimestamp();
        way();
        return new Duration(Stopwatch.GetElapsedTime(clock), Environment.CpuUsage.TotalTime - processor);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] ordered = [.. times.Order()];
        return ordered[ordered.Length / 2];
    }
}

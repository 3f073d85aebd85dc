using System.Diagnostics;
using SpatialIndex.Benchmarks.Reports;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Times a command from its start to its end, as often as it is run.</summary>
internal sealed class CommandTimer(string[] command)
{
    private readonly List<double> _milliseconds = [];
    private double _ticks;

    public double MedianMilliseconds => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    /// <summary>Null where it cannot be told. The system counts hundredths of a second: a mean is finer.</summary>
    public double? MeanProcessorMilliseconds => ProcessorTicks.AreKnown ? _ticks / ProcessorTicks.PerSecond * 1000 / _milliseconds.Count : null;

    /// <exception cref="InvalidOperationException">The command fails.</exception>
    public void Run()
    {
        double ticks = ChildTicks();
        long start = Stopwatch.GetTimestamp();
        RunToEnd();
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _ticks += ChildTicks() - ticks;
    }

    private static double ChildTicks() => ProcessorTicks.AreKnown ? ProcessorTicks.OfThisProcess().Children : 0;

    private void RunToEnd()
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {errors.Result}");
        }
    }
}

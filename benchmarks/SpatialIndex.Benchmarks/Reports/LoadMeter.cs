using System.Diagnostics;
using System.Globalization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Tells how much other programs worked since it was made: where Linux's <c>/proc</c> is, see proc(5).</summary>
internal sealed class LoadMeter
{
    private const string AllProcessors = "/proc/stat";
    private const string ThisProcess = "/proc/self/stat";
    private const double TicksPerSecond = 100;
    private const double Idle = 0.1;

    private readonly double _startTicks = File.Exists(AllProcessors) ? OtherTicks() : double.NaN;
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>In words; null where it cannot be told.</summary>
    public string? Describe()
    {
        if (double.IsNaN(_startTicks))
        {
            return null;
        }

        double busy = (OtherTicks() - _startTicks) / TicksPerSecond / Stopwatch.GetElapsedTime(_start).TotalSeconds;
        return busy < Idle
            ? "the machine did nothing else"
            : string.Create(CultureInfo.InvariantCulture, $"the machine was busy: others took {busy:n1} of its {Machine.Processors} processors");
    }

    /// <summary>What all processors worked, less what this process and its children that have ended did.</summary>
    private static double OtherTicks()
    {
        // user, nice, system, then idle and waiting for disks, interrupts, and what the hypervisor took away.
        double[] all = [.. Numbers(File.ReadLines(AllProcessors).First()["cpu".Length..]).Take(8)];

        // The name of the program, in parentheses, may have spaces; user, system, and those of children are fields 14 to 17 of the line.
        string line = File.ReadAllText(ThisProcess);
        double own = Numbers(line[(line.LastIndexOf(')') + " S".Length + 1)..]).Skip(10).Take(4).Sum();
        return all.Sum() - all[3] - all[4] - own;
    }

    private static IEnumerable<double> Numbers(string fields) =>
        fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static field => double.Parse(field, CultureInfo.InvariantCulture));
}

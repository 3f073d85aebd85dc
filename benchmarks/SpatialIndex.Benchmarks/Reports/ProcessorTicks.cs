using System.Globalization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Processor time by Linux's <c>/proc</c>, see proc(5), in hundredths of a second.</summary>
internal static class ProcessorTicks
{
    public const double PerSecond = 100;

    private const string AllProcessors = "/proc/stat";
    private const string ThisProcess = "/proc/self/stat";

    /// <summary>Whether it can be told.</summary>
    public static bool AreKnown => File.Exists(AllProcessors);

    /// <summary>What everything took since the system started.</summary>
    public static double OfAll()
    {
        // user, nice, system, then idle and waiting for disks, interrupts, and what the hypervisor took away.
        double[] all = [.. Numbers(File.ReadLines(AllProcessors).First()["cpu".Length..]).Take(8)];
        return all.Sum() - all[3] - all[4];
    }

    /// <summary>What this process took, and what its children that have ended did.</summary>
    public static (double Own, double Children) OfThisProcess()
    {
        // The name of the program, in parentheses, may have spaces, and a letter follows; fields 14 to 17 are user and system time, then the children's.
        string line = File.ReadAllText(ThisProcess);
        double[] times = [.. Numbers(line[(line.LastIndexOf(')') + " S".Length + 1)..]).Skip(10).Take(4)];
        return (times[0] + times[1], times[2] + times[3]);
    }

    private static IEnumerable<double> Numbers(string fields) =>
        fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static field => double.Parse(field, CultureInfo.InvariantCulture));
}

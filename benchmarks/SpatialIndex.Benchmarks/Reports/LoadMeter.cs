using System.Diagnostics;
using System.Globalization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Tells how much other programs worked since it was made.</summary>
internal sealed class LoadMeter
{
    private const double Idle = 0.1;

    private readonly double _startTicks = ProcessorTicks.AreKnown ? OtherTicks() : 0;
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>In words; null where it cannot be told.</summary>
    public string? Describe()
    {
        if (!ProcessorTicks.AreKnown)
        {
            return null;
        }

        double busy = (OtherTicks() - _startTicks) / ProcessorTicks.PerSecond / Stopwatch.GetElapsedTime(_start).TotalSeconds;
        return busy < Idle
            ? "the machine did nothing else"
            : string.Create(CultureInfo.InvariantCulture, $"the machine was busy: others took {busy:n1} of its {Machine.Processors} processors");
    }

    private static double OtherTicks()
    {
        (double own, double children) = ProcessorTicks.OfThisProcess();
        return ProcessorTicks.OfAll() - own - children;
    }
}

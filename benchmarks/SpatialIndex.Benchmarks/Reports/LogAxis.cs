using System.Globalization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>A logarithmic axis that goes from a step of 1, 2 or 5 below the least value to one above the greatest.</summary>
internal sealed class LogAxis
{
    private const double ManyDecades = 3;
    private static readonly int[] StepsOfDecade = [1, 2, 5];

    private readonly double _start;
    private readonly double _end;
    private readonly double[] _steps;

    /// <param name="values">What is shown: numbers above 0.</param>
    /// <param name="start">Where the axis begins in the drawing.</param>
    /// <param name="end">Where it ends.</param>
    public LogAxis(IReadOnlyCollection<double> values, double start, double end)
    {
        (double least, double greatest) = (values.Min(), values.Max());
        double[] steps = [.. Steps(least, greatest)];
        int first = Math.Max(0, Array.FindLastIndex(steps, step => step <= least));
        int last = Array.FindIndex(steps, Math.Max(first + 1, 0), step => step >= greatest);
        (_start, _end, _steps) = (start, end, steps[first..(last + 1)]);
    }

    /// <summary>Where lines are drawn across: every step, or the powers of ten where there are many.</summary>
    public IEnumerable<double> Ticks => Math.Log10(_steps[^1] / _steps[0]) > ManyDecades
        ? _steps.Where(static step => Math.Abs(Math.Log10(step) - Math.Round(Math.Log10(step))) < 1e-9)
        : _steps;

    /// <summary>Where a value stands in the drawing.</summary>
    public double PlaceOf(double value) =>
        _start + ((_end - _start) * Math.Log10(value / _steps[0]) / Math.Log10(_steps[^1] / _steps[0]));

    /// <summary>A value at the axis: 0.05, 20, 500, 10k, 2M.</summary>
    public static string Label(double value) => value switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000:0.###}M"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000:0.###}k"),
        _ => value.ToString("0.######", CultureInfo.InvariantCulture),
    };

    private static IEnumerable<double> Steps(double least, double greatest)
    {
        int lastDecade = (int)Math.Floor(Math.Log10(greatest)) + 1;
        for (int decade = (int)Math.Floor(Math.Log10(least)); decade <= lastDecade; decade++)
        {
            foreach (int step in StepsOfDecade)
            {
                yield return double.Parse($"{step}e{decade}", CultureInfo.InvariantCulture);
            }
        }
    }
}

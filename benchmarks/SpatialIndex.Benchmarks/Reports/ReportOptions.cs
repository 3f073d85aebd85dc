using System.Globalization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>The options of a report's command line: names that begin with two dashes, each followed by its value.</summary>
internal sealed class ReportOptions
{
    private readonly List<(string Name, string Value)> _options = [];

    /// <exception cref="ArgumentException">An option is unknown or has no value.</exception>
    public ReportOptions(string[] args, params ReadOnlySpan<string> known)
    {
        for (int i = 0; i < args.Length; i += 2)
        {
            if (!known.Contains(args[i]) || i + 1 == args.Length)
            {
                throw new ArgumentException(
                    $"'{args[i]}' is not an option with a value; there are {string.Join(", ", known!)}.", nameof(args));
            }

            _options.Add((args[i], args[i + 1]));
        }
    }

    public IEnumerable<string> All(string name) => _options.Where(option => option.Name == name).Select(static option => option.Value);

    /// <exception cref="FormatException">The value is no number above 0.</exception>
    public int Count(string name, int defaultCount)
    {
        string? value = All(name).LastOrDefault();
        return value is null ? defaultCount
            : int.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int count) && count > 0 ? count
            : throw new FormatException($"{name} takes a number above 0, not '{value}'.");
    }
}

using System.Globalization;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>
/// The options of a report's command line, each followed by its value: <c>--points</c> for an invented set of so many,
/// <c>--dataset</c> for one from files, both as often as wanted, and <c>--queries</c>.
/// </summary>
internal sealed class ReportOptions
{
    private const string PointsOption = "--points";
    private const string DatasetOption = "--dataset";
    private const string QueriesOption = "--queries";
    private static readonly string[] Known = [PointsOption, DatasetOption, QueriesOption];
    private readonly List<(string Name, string Value)> _options = [];

    /// <exception cref="ArgumentException">An option is unknown or has no value.</exception>
    public ReportOptions(string[] args)
    {
        for (int i = 0; i < args.Length; i += 2)
        {
            if (!Known.Contains(args[i]) || i + 1 == args.Length)
            {
                throw new ArgumentException($"'{args[i]}' is not an option with a value; there are {string.Join(", ", Known)}.", nameof(args));
            }

            _options.Add((args[i], args[i + 1]));
        }
    }

    /// <summary>The sets that are named, one after the other so that none need be kept; without any, invented ones of these sizes.</summary>
    public IEnumerable<Dataset> Datasets(params int[] defaultPointCounts)
    {
        (string Name, string Value)[] named = [.. _options.Where(static option => option.Name is PointsOption or DatasetOption)];
        return named.Length == 0
            ? defaultPointCounts.Select(SyntheticDataset.Generate)
            : named.Select(static option => option.Name == DatasetOption
                ? Dataset.Read(option.Value)
                : SyntheticDataset.Generate(Count(option)));
    }

    /// <summary>How many queries to ask.</summary>
    public int QueryCount(int defaultCount) =>
        _options.Where(static option => option.Name == QueriesOption).Select(Count).LastOrDefault(defaultCount);

    /// <exception cref="FormatException">The value is no number above 0.</exception>
    private static int Count((string Name, string Value) option) =>
        int.TryParse(option.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new FormatException($"{option.Name} takes a number above 0, not '{option.Value}'.");
}

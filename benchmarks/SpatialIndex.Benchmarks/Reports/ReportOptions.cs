using System.Globalization;
using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>
/// The options of a section: <c>--points N</c> for an invented set of so many and <c>--dataset PATH</c> for one from files, both as often
/// as wanted, <c>--queries N</c>; <c>--quick</c> for a hundredth of everything; <c>--output FOLDER</c> for the report; and where things are
/// that not every machine has: <c>--peer COMMAND</c>, <c>--absent REASON</c>, <c>--sources FOLDER</c>, <c>--binary PATH</c>, <c>--tool PATH</c>.
/// <c>--failures N</c> lists the first N of a kind on standard error.
/// </summary>
internal sealed class ReportOptions
{
    private const int QuickDivisor = 100;
    private const string Quick = "--quick";
    private const string Points = "--points";
    private const string DatasetPath = "--dataset";
    private const string Queries = "--queries";
    private const string Output = "--output";
    private const string Peer = "--peer";
    private const string AbsentPeer = "--absent";
    private const string Sources = "--sources";
    private const string Binary = "--binary";
    private const string Tool = "--tool";
    private const string Failures = "--failures";
    private static readonly string[] Known = [Points, DatasetPath, Queries, Output, Peer, AbsentPeer, Sources, Binary, Tool, Failures];
    private readonly List<(string Name, string Value)> _options = [];

    /// <exception cref="ArgumentException">An option is unknown or has no value.</exception>
    public ReportOptions(string[] args)
    {
        string[] valued = [.. args.Where(static arg => arg != Quick)];
        IsQuick = valued.Length < args.Length;
        for (int i = 0; i < valued.Length; i += 2)
        {
            if (!Known.Contains(valued[i]) || i + 1 == valued.Length)
            {
                throw new ArgumentException($"'{valued[i]}' is not an option with a value; there are {string.Join(", ", Known)}.", nameof(args));
            }

            _options.Add((valued[i], valued[i + 1]));
        }
    }

    /// <summary>Whether only to see that everything runs.</summary>
    public bool IsQuick { get; }

    /// <summary>How often to repeat what is long: once when quick.</summary>
    public int Rounds(int count) => IsQuick ? 1 : count;

    /// <summary>The folder of the report; null where nothing is to be kept.</summary>
    public string? OutputFolder => Values(Output).LastOrDefault();

    /// <summary>Command lines of peers that are programs of their own (<see cref="ProcessContender"/>).</summary>
    public IEnumerable<string> PeerCommands => Values(Peer);

    /// <summary>Which peers are not here, and why.</summary>
    public IEnumerable<string> AbsentPeers => Values(AbsentPeer);

    /// <summary>The folder of sources of a gazetteer and of expectations.</summary>
    public string? SourceFolder => Values(Sources).LastOrDefault();

    /// <summary>The tool, compiled ahead of time.</summary>
    public string? BinaryPath => Values(Binary).LastOrDefault();

    /// <summary>The tool, to be compiled as it runs: <c>spatialindex.dll</c>.</summary>
    public string? ToolPath => Values(Tool).LastOrDefault();

    /// <summary>How many wrong answers of a kind to list on standard error.</summary>
    public int ListedFailures => Values(Failures).Select(static value => Count(Failures, value)).LastOrDefault();

    /// <summary>Invented sets, one after the other so that none need be kept: of the sizes asked for, or else of these.</summary>
    public IEnumerable<Dataset> InventedSets(params int[] defaultPointCounts)
    {
        int[] asked = [.. Values(Points).Select(static value => Count(Points, value))];
        return (asked.Length > 0 ? asked : defaultPointCounts.Select(Scaled)).Select(SyntheticDataset.Generate);
    }

    /// <summary>As <see cref="InventedSets"/>, and those from files; where files are named and no sizes, these only.</summary>
    public IEnumerable<Dataset> Datasets(params int[] defaultPointCounts)
    {
        IEnumerable<Dataset> files = Values(DatasetPath).Select(Dataset.Read);
        return Values(DatasetPath).Any() && !Values(Points).Any() ? files : InventedSets(defaultPointCounts).Concat(files);
    }

    /// <summary>How many queries to ask.</summary>
    public int QueryCount(int defaultCount) =>
        Values(Queries).Select(static value => Count(Queries, value)).LastOrDefault(Scaled(defaultCount));

    /// <summary>The first queries of a set.</summary>
    public GeoPoint[] QueriesOf(Dataset data, int defaultCount = Dataset.MaxQueries) =>
        data.Queries[..Math.Min(QueryCount(defaultCount), data.Queries.Length)];

    private int Scaled(int count) => IsQuick ? Math.Max(1, count / QuickDivisor) : count;

    private IEnumerable<string> Values(string name) => _options.Where(option => option.Name == name).Select(static option => option.Value);

    /// <exception cref="FormatException">The value is no number above 0.</exception>
    private static int Count(string option, string value) =>
        int.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new FormatException($"{option} takes a number above 0, not '{value}'.");
}

using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Every operation of the peers' harness by every peer.</summary>
internal sealed class PeersSection : ISection
{
    private const int Million = 1_000_000;
    private const int CheckedQueries = 1_000;

    /// <summary>The set for which goals were set.</summary>
    private const string GoalSet = "world1m";

    /// <summary>What was aimed at before the tree was written: our time over nanoflann's.</summary>
    private static readonly double[] Goals = [0.30, 0.48, 0.50, 0.12, 0.30, 0.38, 0.45];

    /// <summary>The peers that take degrees for a plane; all others are exact.</summary>
    private static readonly string[] Planar = [Peer.StrTree.Name, Peer.KdTree.Name];

    public string Name => "peers";

    public string Title => "Peers side by side";

    public string About =>
        "Every operation by every peer, on one core. `knn10_carrier20` allows one carrier with 1 % of the points, `knn10_carrier0_type1_fresh` one "
        + "with a quarter of them, of these one type, and only what has not expired; `radius5km_sorted` returns at most 100, `bbox` any 200.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.Datasets(Million))
        {
            using Contest contest = options.OfAllPeers(data, result);
            double[][] microseconds = Time(contest, data, result);
            AddRatios(contest, data, microseconds, result);
            AddGoals(contest, data, microseconds, result);
            AddChecksums(contest, data, options.QueryCount(CheckedQueries), result);
        }
    }

    /// <summary>By operation and peer.</summary>
    private static double[][] Time(Contest contest, Dataset data, SectionResult result)
    {
        ReportTable table = result.Add(Table(contest, $"{data.Title}: µs a query"));
        var microseconds = new double[Operation.All.Count][];
        for (int i = 0; i < microseconds.Length; i++)
        {
            microseconds[i] = [.. contest.Time(Operation.All[i]).Select(static nanoseconds => nanoseconds / 1000)];
            table.Add(Operation.All[i].Name, microseconds[i]);
        }

        return microseconds;
    }

    private static void AddRatios(Contest contest, Dataset data, double[][] microseconds, SectionResult result)
    {
        ReportTable table = result.Add(Table(contest, $"{data.Title}: how many times as long as ours; below 1 is quicker"));
        for (int i = 0; i < microseconds.Length; i++)
        {
            table.Add(Operation.All[i].Name, microseconds[i].Select(time => time / microseconds[i][0]));
        }
    }

    private static void AddGoals(Contest contest, Dataset data, double[][] microseconds, SectionResult result)
    {
        int nanoflann = contest.Contenders.ToList().FindIndex(static contender => contender.Name.StartsWith("nanoflann", StringComparison.Ordinal));
        if (nanoflann < 0 || data.Name != GoalSet)
        {
            return;
        }

        ReportTable table = result.Add(new ReportTable
        {
            Title = $"{data.Title}: our time over nanoflann's, and what was aimed at",
            Heading = "operation",
            Columns = ["ratio", "goal"],
            Remarks = "result",
        });
        for (int i = 0; i < microseconds.Length; i++)
        {
            double ratio = microseconds[i][0] / microseconds[i][nanoflann];
            table.Add(new ReportRow(Operation.All[i].Name, [ratio, Goals[i]], ratio > Goals[i] ? "missed" : "reached"));
        }
    }

    private static void AddChecksums(Contest contest, Dataset data, int queryCount, SectionResult result)
    {
        string title = FormattableString.Invariant(
            $"{data.Title}: sum over {queryCount:n0} queries of the metres to the last result, or of a box's results; the others less ours");
        ReportTable table = result.Add(Table(contest, title, "#,0.###"));
        foreach (Operation operation in Operation.All)
        {
            double[] sums = [.. contest.Contenders.Select(contender => contender.Checksum(operation, queryCount))];
            table.Add(operation.Name, sums.Select((sum, i) => i == 0 ? sum : Math.Round(sum - sums[0], 3) + 0.0));
            for (int i = 1; i < sums.Length; i++)
            {
                if (!Planar.Contains(contest.Contenders[i].Name) && Math.Abs(sums[i] - sums[0]) > 0.001)
                {
                    result.Fail($"{contest.Contenders[i].Name} answers {operation.Name} on {data.Title} otherwise, or asks another question.");
                }
            }
        }
    }

    private static ReportTable Table(Contest contest, string title, string? format = null) => new()
    {
        Title = title,
        Heading = "operation",
        Columns = [.. contest.Contenders.Select(static contender => contender.Name)],
        Format = format,
    };
}

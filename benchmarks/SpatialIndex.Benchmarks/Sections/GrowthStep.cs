using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>What searching, building and keeping cost at one size.</summary>
/// <param name="PointCount">The size.</param>
/// <param name="Microseconds">Of ours, for every operation.</param>
/// <param name="Peers">All peers, ours first.</param>
internal sealed record GrowthStep(int PointCount, double[] Microseconds, PeerGrowth[] Peers)
{
    private const int FewPoints = 1_000;

    private static readonly Operation Nearest10 = Operation.Named("knn10");

    /// <summary>Builds every managed peer once, so that no time to come is spent on compiling.</summary>
    public static void WarmUp()
    {
        Dataset few = SyntheticDataset.Generate(FewPoints);
        foreach (Peer peer in Peer.All)
        {
            peer.Build(few);
        }
    }

    /// <summary>A figure of every peer.</summary>
    public IEnumerable<double> Of(Func<PeerGrowth, double> figure) => Peers.Select(figure);

    /// <summary>Builds one peer after the other, so that only one is in memory.</summary>
    public static GrowthStep Measure(ReportOptions options, Dataset data)
    {
        Console.Error.WriteLine(data.Title);
        using var files = new DatasetFiles(data);
        double[] microseconds = [];
        PeerGrowth ours = Measure(
            options,
            new PeerContender(Peer.Ours, data),
            alone => microseconds = [.. Operation.All.Select(operation => MicrosecondsOf(alone, operation))]);
        return new GrowthStep(
            data.Points.Length,
            microseconds,
            [
                ours,
                .. options.PeerCommands.Select(command => Measure(options, ProcessContender.Start(command, files.Path))),
                .. Peer.Others.Select(peer => Measure(options, new PeerContender(peer, data))),
            ]);
    }

    private static PeerGrowth Measure(ReportOptions options, IContender contender, Action<Contest>? more = null)
    {
        using Contest alone = options.Between([contender]);
        more?.Invoke(alone);
        return new PeerGrowth(contender.Name, contender.BuildMilliseconds, contender.Bytes, MicrosecondsOf(alone, Nearest10));
    }

    private static double MicrosecondsOf(Contest alone, Operation operation) => alone.Time(operation)[0] / 1000;
}

using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Contests by the options of a section.</summary>
internal static class ContestOptions
{
    private static readonly TimeSpan PassTime = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan QuickPassTime = TimeSpan.FromSeconds(0.01);

    /// <summary>Our tree, the peers that are programs of their own, and the managed ones.</summary>
    public static Contest OfAllPeers(this ReportOptions options, Dataset data, SectionResult result)
    {
        NoteAbsent(options, result);
        using var files = new DatasetFiles(data);
        IContender[] contenders =
        [
            new PeerContender(Peer.Ours, data),
            .. options.PeerCommands.Select(command => ProcessContender.Start(command, files.Path)),
            .. Peer.Others.Select(peer => new PeerContender(peer, data)),
        ];
        return options.Between(contenders);
    }

    /// <summary>A contest between these.</summary>
    public static Contest Between(this ReportOptions options, IReadOnlyList<IContender> contenders) =>
        new(contenders, options.QueryCount(Dataset.MaxQueries), options.IsQuick ? QuickPassTime : PassTime);

    /// <summary>Says which peers are not here.</summary>
    public static void NoteAbsent(this ReportOptions options, SectionResult result)
    {
        foreach (string absent in options.AbsentPeers.Where(absent => !result.Notes.Contains(absent)))
        {
            result.Note(absent);
        }
    }
}

using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Proposals;

/// <summary>What a proposed profile makes of the carriers' real files, held against their built-in profiles.</summary>
public class ProposalRoundTripTests
{
    /// <summary>The rows of the table in <c>docs/feeds.md</c>.</summary>
    public static IEnumerable<object[]> Rows => DocumentedRows.Of(
        "docs/feeds.md", "| file | points, built in | points, proposed | same position | same identifier | same hours |");

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public void Propose_RealFile_GivesWhatTheDocumentationSays(string file, string row)
    {
        string path = Repository.Shared($"data/points/{file}");
        Dictionary<long, ServicePoint?> proposed = Read(path, FeedProfileProposer.Propose(path).Profile);
        (ServicePoint BuiltIn, ServicePoint? Proposed)[] pairs = [.. Read(path, FeedProfileRecognizer.Recognize(path))
            .Where(static record => record.Value is not null)
            .Select(record => (record.Value!, proposed[record.Key]))];

        string Same(Func<ServicePoint, ServicePoint, bool> isSame) => $"{pairs.Count(pair => pair.Proposed is { } point && isSame(pair.BuiltIn, point))}";
        string actual = $"| `{file}` | {pairs.Length} | {proposed.Values.Count(static point => point is not null)}"
            + $" | {Same(static (a, b) => a.Position == b.Position)} | {Same(static (a, b) => a.CarrierServicePointId == b.CarrierServicePointId)}"
            + $" | {Same(static (a, b) => a.OpeningTimes.Equals(b.OpeningTimes))} |";
        Assert.True(row == actual, $"The row is: {actual}");
    }

    private static Dictionary<long, ServicePoint?> Read(string path, FeedProfile profile) =>
        new FeedReader(path, profile, CarrierCatalogue.Empty, TestPoints.AsOf).Read().ToDictionary(static result => result.Record, static result => result.Point);
}

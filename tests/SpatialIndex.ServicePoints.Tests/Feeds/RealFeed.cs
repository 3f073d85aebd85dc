using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>A carrier's real file, and what became of it.</summary>
public sealed record RealFeed(FeedSummary Summary, IReadOnlyList<FeedProblem> Problems, IReadOnlyList<ServicePoint> Points)
{
    /// <summary>Its row in the table of <c>docs/feeds.md</c>.</summary>
    public string Row
    {
        get
        {
            long given = Summary.HoursUnderstood + Summary.HoursNotUnderstood;
            return $"| `{Summary.File}` | {Summary.Profile} | {Summary.Records} | {Summary.Points} | {Losses(FeedProblemKind.Skipped)}"
                + $" | {Losses(FeedProblemKind.Rejected)} | {Summary.Warnings} | {(given == 0 ? "none given" : $"{Summary.HoursUnderstood} of {given}")} |";
        }
    }

    public ServicePoint this[string carrierServicePointId] => Points.Single(point => point.CarrierServicePointId == carrierServicePointId);

    public static RealFeed Build(string path)
    {
        using var folder = new TestFolder();
        var problems = new List<FeedProblem>();
        FeedSummary summary = Assert.Single(SnapshotBuilder.Build(
            [new FeedInput(path, FeedProfileRecognizer.Recognize(path))],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf, MaxRejectedPercent = 100, OnProblem = problems.Add },
            folder["out.snapshot"]));
        using Snapshot snapshot = Snapshot.Open(folder["out.snapshot"]);
        snapshot.Verify();
        return new RealFeed(summary, problems, [.. snapshot.Points()]);
    }

    private string Losses(FeedProblemKind kind)
    {
        IEnumerable<string> losses = Problems
            .Where(problem => problem.Kind == kind)
            .CountBy(static problem => problem.Field is null ? problem.Reason : $"{problem.Field} {problem.Reason}")
            .OrderByDescending(static reason => reason.Value)
            .Select(static reason => $"{reason.Value} ({reason.Key})");
        return string.Join(", ", losses.DefaultIfEmpty("0"));
    }
}

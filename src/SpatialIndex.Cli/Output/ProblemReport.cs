using System.Globalization;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Output;

/// <summary>Gathers problems by feed, kind, field and reason, and prints each group once with its first case.</summary>
internal sealed class ProblemReport
{
    private readonly Dictionary<(string File, FeedProblemKind Kind, string? Field, string Reason), (long Count, FeedProblem First)> _groups = [];

    public void Add(FeedProblem problem)
    {
        var key = (problem.File, problem.Kind, problem.Field, problem.Reason);
        _groups[key] = _groups.TryGetValue(key, out (long Count, FeedProblem First) group) ? (group.Count + 1, group.First) : (1, problem);
    }

    public void Print(IReadOnlyList<FeedSummary> summaries, TextWriter writer)
    {
        foreach (FeedSummary summary in summaries)
        {
            writer.WriteLine(
                $"{summary.File} ({summary.Profile}): {summary.Records} records = {summary.Points} points + {summary.Skipped} skipped"
                + $" + {summary.Superseded} superseded + {summary.Rejected} rejected; {summary.Warnings} warnings{Hours(summary)}");
            foreach (((string file, FeedProblemKind kind, _, _), (long count, FeedProblem first)) in _groups)
            {
                if (file == summary.File)
                {
                    writer.WriteLine($"  {count} x {kind.ToString().ToLowerInvariant()}, the first: {first}");
                }
            }
        }
    }

    private static string Hours(FeedSummary summary) => (summary.HoursUnderstood, summary.HoursUnderstood + summary.HoursNotUnderstood) switch
    {
        (_, 0) => "; no hours",
        var (understood, given) => string.Create(
            CultureInfo.InvariantCulture, $"; hours of {understood} of {given} understood ({Math.Floor(1000.0 * understood / given) / 10:0.#} %)"),
    };

    public static void WriteJson(Stream stream, FeedProblem problem)
    {
        using (var writer = new Utf8JsonWriter(stream, ServicePointJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", problem.Kind.ToString().ToLowerInvariant());
            writer.WriteString("file", problem.File);
            writer.WriteNumber("record", problem.Record);
            writer.WriteString("carrier_service_point_id", problem.CarrierServicePointId);
            writer.WriteString("field", problem.Field);
            writer.WriteString("reason", problem.Reason);
            writer.WriteString("value", problem.Value);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}

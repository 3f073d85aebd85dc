using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>One group of a regular expression over another source; absent where it does not match.</summary>
internal sealed class RegexSource(FieldSource source, Regex regex, int group) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report) =>
        source.Evaluate(record, report) is { } text
        && regex.Match(text) is { Success: true } match
        && match.Groups[group] is { Success: true } part
        && part.Value.Trim() is { Length: > 0 } value
            ? value
            : null;
}

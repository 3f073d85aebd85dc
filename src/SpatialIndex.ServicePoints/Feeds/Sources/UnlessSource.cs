using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>Another source, but absent where a regular expression is found in its value.</summary>
internal sealed class UnlessSource(FieldSource source, Regex regex) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report) =>
        source.Evaluate(record, report) is { } text && !regex.IsMatch(text) ? text : null;
}

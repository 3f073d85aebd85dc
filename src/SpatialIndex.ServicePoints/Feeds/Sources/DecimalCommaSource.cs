using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>Another source whose numbers have a comma before their decimals.</summary>
internal sealed class DecimalCommaSource(FieldSource source) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report) =>
        source.Evaluate(record, report) is not { } text ? null
        : text.Contains('.', StringComparison.Ordinal) ? text
        : text.Replace(',', '.');
}

using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>Another source in upper case.</summary>
internal sealed class UpperSource(FieldSource source) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report) => source.Evaluate(record, report)?.ToUpperInvariant();
}

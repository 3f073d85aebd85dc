using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>The same value for every record.</summary>
internal sealed class ConstantSource(string value) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => [];

    public override string? Evaluate(FeedRecord record, Action<string, string> report) => value;
}

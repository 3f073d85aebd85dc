using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>The values of several sources, those that have one, with a separator between.</summary>
internal sealed class JoinSource(IReadOnlyList<FieldSource> sources, string separator) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => sources.SelectMany(static source => source.Paths);

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        string joined = string.Join(separator, sources.Select(source => source.Evaluate(record, report)).Where(static value => value is not null));
        return joined.Length > 0 ? joined : null;
    }
}

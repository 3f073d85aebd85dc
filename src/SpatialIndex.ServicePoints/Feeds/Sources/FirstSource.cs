using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>The first of several sources that has a value.</summary>
internal sealed class FirstSource(IReadOnlyList<FieldSource> sources) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => sources.SelectMany(static source => source.Paths);

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        foreach (FieldSource source in sources)
        {
            if (source.Evaluate(record, report) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}

using System.Collections.Frozen;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>What a table gives for another source; a value that is not in the table is reported unless there is a value for all others.</summary>
internal sealed class LookupSource(FieldSource source, FrozenDictionary<string, string?> table, string? otherwise) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        if (source.Evaluate(record, report) is not { } text)
        {
            return null;
        }

        if (table.TryGetValue(text, out string? value))
        {
            return value;
        }

        if (otherwise is null)
        {
            report("the value is not in the profile's lookup table", text);
        }

        return otherwise;
    }
}

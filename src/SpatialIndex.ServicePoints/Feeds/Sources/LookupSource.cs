using System.Collections.Frozen;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>
/// What a table gives for another source; a value that is not in the table is reported unless there is a value for all others, which may
/// be empty for none. The value may be a list, of which the first item that is in the table counts.
/// </summary>
/// <param name="source">The other source.</param>
/// <param name="table">The table.</param>
/// <param name="otherwise">What all other values give; null to report them.</param>
/// <param name="separator">What parts the items of a list; null when values are no lists.</param>
internal sealed class LookupSource(FieldSource source, FrozenDictionary<string, string?> table, string? otherwise, string? separator) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        if (source.Evaluate(record, report) is not { } text)
        {
            return null;
        }

        foreach (string item in separator is null ? [text] : text.Split(separator, StringSplitOptions.TrimEntries))
        {
            if (table.TryGetValue(item, out string? value))
            {
                return value;
            }
        }

        if (otherwise is null)
        {
            report("the value is not in the profile's lookup table", text);
        }

        return otherwise is { Length: > 0 } ? otherwise : null;
    }
}

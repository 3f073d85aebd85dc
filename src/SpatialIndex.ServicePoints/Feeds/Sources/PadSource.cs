using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>Another source whose numbers lost their leading zeros, filled up to a length. Values with anything but digits stay as they are.</summary>
internal sealed class PadSource(FieldSource source, int length) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        string? text = source.Evaluate(record, report);
        if (text is null || text.Length >= length || !text.All(char.IsAsciiDigit))
        {
            return text;
        }

        report("lost its leading zeros, which were put back", text);
        return text.PadLeft(length, '0');
    }
}

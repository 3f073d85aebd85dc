using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>Another source whose values are HTML, as plain text. What had to be changed is reported.</summary>
internal sealed class HtmlSource(FieldSource source) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => source.Paths;

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        if (source.Evaluate(record, report) is not { } html)
        {
            return null;
        }

        string text = HtmlText.ToPlain(html).Trim();
        if (text != html)
        {
            report("is HTML or was encoded twice and was made plain text", html);
        }

        return text.Length > 0 ? text : null;
    }
}

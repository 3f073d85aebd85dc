using System.Globalization;
using System.IO.Hashing;
using System.Text;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>
/// An identifier made from what tells the records of a feed apart, where the feed gives none: "derived-" and the XXH3-64 hash of the
/// values, each ended by NUL, as 16 hexadecimal digits.
/// </summary>
internal sealed class DigestSource(IReadOnlyList<FieldSource> sources) : FieldSource
{
    private const string Prefix = "derived-";

    public override IEnumerable<FieldPath> Paths => sources.SelectMany(static source => source.Paths);

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        var text = new StringBuilder();
        foreach (FieldSource source in sources)
        {
            text.Append(source.Evaluate(record, report)).Append('\0');
        }

        return Prefix + XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text.ToString())).ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether an identifier was made like this and is not the carrier's own.</summary>
    public static bool IsDerived(string carrierServicePointId) => carrierServicePointId.StartsWith(Prefix, StringComparison.Ordinal);
}

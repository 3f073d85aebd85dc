using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Reads one JSON object a line. A bad line is a damaged record; the next line is read as ever. Blank lines do not count.</summary>
internal static class NdjsonRecords
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = FeedLimits.MaxJsonDepth, AllowDuplicateProperties = false };

    public static IEnumerable<FeedRecord> Read(Stream stream) => Parse(NdjsonLines.Read(stream), new RecurringTexts());

    /// <summary>The records of lines that <see cref="NdjsonLines"/> read.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="texts">Texts of records before.</param>
    public static IEnumerable<FeedRecord> Parse(IEnumerable<NdjsonLine> lines, RecurringTexts texts)
    {
        foreach ((long number, ReadOnlyMemory<byte>? line) in lines)
        {
            if (line is not { } text)
            {
                yield return new DamagedFeedRecord
                {
                    Number = number,
                    Damage = $"the line is longer than {FeedLimits.MaxRecordMegabytes} MiB",
                };
                continue;
            }

            using JsonDocument? document = Parse(text, out string? damage, out string? detail);
            if (document is null)
            {
                yield return new DamagedFeedRecord { Number = number, Damage = damage, DamageDetail = detail };
            }
            else
            {
                yield return new JsonFeedRecord(document.RootElement) { Number = number, Texts = texts };
            }
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> line, out string? damage, out string? detail)
    {
        damage = null;
        detail = null;
        if (JsonText.Problem(line.Span) is { } problem)
        {
            damage = $"the line {problem}";
            return null;
        }

        try
        {
            JsonDocument document = JsonDocument.Parse(line, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            damage = "the line is not a JSON object";
        }
        catch (JsonException exception)
        {
            (damage, detail) = ("the line is not JSON", JsonMessage.Of(exception));
        }

        return null;
    }
}

using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads one JSON object a line. A bad line is a damaged record; the next line is read as ever. Blank lines do not count.</summary>
internal static class NdjsonRecords
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = FeedLimits.MaxJsonDepth, AllowDuplicateProperties = false };

    public static IEnumerable<FeedRecord> Read(Stream stream)
    {
        var buffer = new FeedBuffer(stream);
        buffer.SkipByteOrderMark();
        long number = 0;
        while (true)
        {
            int length = FindLine(buffer);
            if (length < 0)
            {
                SkipLine(buffer);
                yield return new DamagedFeedRecord
                {
                    Number = ++number,
                    Damage = $"the line is longer than {FeedLimits.MaxRecordMegabytes} MiB",
                };
                continue;
            }

            if (length == 0 && buffer.IsComplete && buffer.Unread.IsEmpty)
            {
                yield break;
            }

            using JsonDocument? document = Parse(buffer.Unread[..length], out string? damage, out string? detail, out bool isBlank);
            buffer.Consume(Math.Min(length + 1, buffer.Unread.Length));
            if (isBlank)
            {
                continue;
            }

            number++;
            if (document is null)
            {
                yield return new DamagedFeedRecord { Number = number, Damage = damage, DamageDetail = detail };
            }
            else
            {
                yield return new JsonFeedRecord(document.RootElement) { Number = number };
            }
        }
    }

    /// <summary>The length of the line without its end, or −1 when it is too long.</summary>
    private static int FindLine(FeedBuffer buffer)
    {
        int searched = 0;
        while (true)
        {
            int end = buffer.Unread[searched..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                return searched + end;
            }

            searched = buffer.Unread.Length;
            if (buffer.IsFull)
            {
                return -1;
            }

            if (buffer.IsComplete)
            {
                return searched;
            }

            buffer.Fill();
        }
    }

    private static void SkipLine(FeedBuffer buffer)
    {
        while (true)
        {
            int end = buffer.Unread.IndexOf((byte)'\n');
            if (end >= 0)
            {
                buffer.Consume(end + 1);
                return;
            }

            buffer.Consume(buffer.Unread.Length);
            if (buffer.IsComplete)
            {
                return;
            }

            buffer.Fill();
        }
    }

    private static JsonDocument? Parse(ReadOnlySpan<byte> line, out string? damage, out string? detail, out bool isBlank)
    {
        damage = null;
        detail = null;
        isBlank = line.Trim(" \t\r"u8).IsEmpty;
        if (isBlank)
        {
            return null;
        }

        if (JsonText.Problem(line) is { } problem)
        {
            damage = $"the line {problem}";
            return null;
        }

        try
        {
            JsonDocument document = JsonDocument.Parse(line.ToArray(), Options);
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

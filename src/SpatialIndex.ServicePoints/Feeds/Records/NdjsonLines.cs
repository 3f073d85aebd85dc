namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Splits an NDJSON file into its lines. Blank ones do not count.</summary>
internal static class NdjsonLines
{
    /// <summary>The lines, each valid until the next is read.</summary>
    public static IEnumerable<NdjsonLine> Read(Stream stream)
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
                yield return new NdjsonLine(++number, null);
                continue;
            }

            if (length == 0 && buffer.IsComplete && buffer.Unread.IsEmpty)
            {
                yield break;
            }

            ReadOnlyMemory<byte> text = buffer.UnreadMemory[..length];
            buffer.Consume(Math.Min(length + 1, buffer.Unread.Length));
            if (!IsBlank(text.Span))
            {
                yield return new NdjsonLine(++number, text);
            }
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;

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
}

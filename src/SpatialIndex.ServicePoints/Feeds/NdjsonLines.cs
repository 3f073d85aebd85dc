namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Splits an NDJSON file into its lines. Blank ones do not count.</summary>
internal static class NdjsonLines
{
    private const int MaxLinesABatch = 256;
    private const int MaxBytesABatch = 1 << 20;

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

            byte[]? text = IsBlank(buffer.Unread[..length]) ? null : buffer.Unread[..length].ToArray();
            buffer.Consume(Math.Min(length + 1, buffer.Unread.Length));
            if (text is not null)
            {
                yield return new NdjsonLine(++number, text);
            }
        }
    }

    /// <summary>The lines in batches of a few hundred, or fewer where they are long.</summary>
    public static IEnumerable<NdjsonLine[]> Batches(IEnumerable<NdjsonLine> lines)
    {
        var batch = new List<NdjsonLine>(MaxLinesABatch);
        int bytes = 0;
        foreach (NdjsonLine line in lines)
        {
            batch.Add(line);
            bytes += line.Text?.Length ?? 0;
            if (batch.Count == MaxLinesABatch || bytes >= MaxBytesABatch)
            {
                yield return [.. batch];
                batch.Clear();
                bytes = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
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

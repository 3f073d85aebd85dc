namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>A window on a stream that grows when what is looked for does not fit, up to the size of the largest record.</summary>
internal sealed class FeedBuffer(Stream stream)
{
    private byte[] _bytes = new byte[64 << 10];
    private int _start;
    private int _end;

    /// <summary>The bytes read and not yet consumed.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>The same, valid until more is read.</summary>
    public ReadOnlyMemory<byte> UnreadMemory => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Whether the stream has ended, so that <see cref="Unread"/> is all there is.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The number of bytes consumed so far.</summary>
    public long Position { get; private set; }

    /// <summary>Whether no larger piece can be held: more bytes would exceed the largest record.</summary>
    public bool IsFull => Unread.Length > FeedLimits.MaxRecordBytes;

    public void Consume(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Reads more bytes behind the unread ones.</summary>
    public void Fill()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        }

        int read = stream.Read(_bytes, _end, _bytes.Length - _end);
        IsComplete = read == 0;
        _end += read;
    }

    /// <summary>Skips a UTF-8 byte order mark at the start.</summary>
    public void SkipByteOrderMark()
    {
        while (Unread.Length < 3 && !IsComplete)
        {
            Fill();
        }

        if (Unread.StartsWith("\uFEFF"u8))
        {
            Consume(3);
        }
    }
}

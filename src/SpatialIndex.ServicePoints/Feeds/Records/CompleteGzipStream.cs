using System.IO.Compression;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>
/// Decompresses gzip and fails where the file was cut off or damaged, which <see cref="GZipStream"/> alone lets pass as an early end.
/// </summary>
/// <remarks>
/// Gzip members may follow one another (RFC 1952, section 2.2). A member with a known content is appended to the file: only
/// when everything before it is whole does the decompressed text end with that content, which is then taken off again.
/// </remarks>
internal sealed class CompleteGzipStream : ReadOnlyStream
{
    private static readonly byte[] EndMark = [.. "end of gzip: "u8, 0x9d, 0x1f, 0xe3, 0x07, 0x5a, 0xc8, 0x66, 0xb1];

    private readonly string _file;
    private readonly GZipStream _gzip;
    private readonly byte[] _ahead = new byte[(64 << 10) + EndMark.Length];
    private int _start;
    private int _end;
    private bool _isComplete;

    public CompleteGzipStream(Stream compressed, string file)
    {
        _file = file;
        _gzip = new GZipStream(new ChainedStream(compressed, new MemoryStream(Compress(EndMark))), CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        while (!_isComplete && _end - _start <= EndMark.Length)
        {
            ReadAhead();
        }

        // What may be the end mark is held back.
        int count = Math.Min(buffer.Length, _end - _start - (_isComplete ? 0 : EndMark.Length));
        _ahead.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private void ReadAhead()
    {
        _ahead.AsSpan(_start, _end - _start).CopyTo(_ahead);
        (_start, _end) = (0, _end - _start);
        int read;
        try
        {
            read = _gzip.Read(_ahead.AsSpan(_end));
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(exception);
        }

        _end += read;
        if (read == 0)
        {
            if (!_ahead.AsSpan(_start, _end - _start).EndsWith(EndMark))
            {
                throw Damaged(null);
            }

            _end -= EndMark.Length;
            _isComplete = true;
        }
    }

    private FeedException Damaged(Exception? cause)
    {
        string message = $"{_file}: the gzip file is cut off or damaged; fetch it again.";
        return cause is null ? new FeedException(message) : new FeedException(message, cause);
    }

    private static byte[] Compress(byte[] content)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    /// <summary>One stream after the other.</summary>
    private sealed class ChainedStream(Stream first, Stream second) : ReadOnlyStream
    {
        private bool _isFirstDone;

        public override int Read(Span<byte> buffer)
        {
            if (!_isFirstDone)
            {
                int read = first.Read(buffer);
                if (read > 0 || buffer.IsEmpty)
                {
                    return read;
                }

                _isFirstDone = true;
            }

            return second.Read(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                first.Dispose();
                second.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>The first bytes of a stream, which stays the caller's.</summary>
internal sealed class PrefixStream(Stream stream, int length) : ReadOnlyStream
{
    private int _left = length;

    public override int Read(Span<byte> buffer)
    {
        int read = stream.Read(buffer[..Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }
}

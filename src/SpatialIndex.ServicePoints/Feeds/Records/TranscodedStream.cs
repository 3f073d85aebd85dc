using System.Text;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Text of another encoding as UTF-8. Bytes that the encoding does not know refuse the file: they say that it has another one.</summary>
internal sealed class TranscodedStream(Stream content, Encoding encoding, string file) : ReadOnlyStream
{
    private readonly Stream _utf8 = Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8);

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _utf8.Read(buffer);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FeedException($"{file}: the file is not valid {encoding.WebName}; name its encoding in the profile.", exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _utf8.Dispose();
        }

        base.Dispose(disposing);
    }
}

using System.Text;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Opens feed files: gzip is read transparently, other encodings become UTF-8, and the bytes of the file are hashed on the way.</summary>
internal sealed class FeedFile : IDisposable
{
    private readonly HashingStream _file;

    private FeedFile(HashingStream file, Stream content)
    {
        _file = file;
        Content = content;
    }

    /// <summary>The content in UTF-8.</summary>
    public Stream Content { get; }

    /// <summary>How much of the file was read so far, 0 to 1.</summary>
    public double FractionRead => _file.FractionRead;

    /// <exception cref="FeedException">The file cannot be opened.</exception>
    public static FeedFile Open(string path, Encoding encoding)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new FeedException($"{path}: is a directory, not a feed file.");
            }

            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (!stream.CanSeek)
            {
                stream.Dispose();
                throw new FeedException($"{path}: is a pipe or a device; a feed is read twice, so write it to a file first.");
            }

            bool isGzip = StartsWithGzipMagic(stream);
            var file = new HashingStream(stream);
            Stream content = isGzip ? new CompleteGzipStream(file, Path.GetFileName(path)) : file;
            return new FeedFile(file, Transcode(content, encoding, Path.GetFileName(path)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FeedException($"{path}: there is no such file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FeedException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>The text of a stream in UTF-8.</summary>
    /// <param name="content">The text.</param>
    /// <param name="encoding">How it is encoded; UTF-8 is passed on and checked record by record.</param>
    /// <param name="file">The name of the file, for messages.</param>
    public static Stream Transcode(Stream content, Encoding encoding, string file) =>
        encoding.CodePage == Encoding.UTF8.CodePage ? content : new TranscodedStream(content, encoding, file);

    /// <summary>Reads the file to its end and returns the SHA-256 of its bytes as they lie on disk, in lower-case hexadecimal.</summary>
    public string FinishHash() => _file.Finish();

    public void Dispose()
    {
        Content.Dispose();
        _file.Dispose();
    }

    private static bool StartsWithGzipMagic(FileStream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        int read = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == 2 && magic.SequenceEqual((ReadOnlySpan<byte>)[0x1f, 0x8b]);
    }
}

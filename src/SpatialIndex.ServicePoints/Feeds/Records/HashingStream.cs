using System.Security.Cryptography;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Passes a file on and hashes its bytes with SHA-256 on the way. I/O errors name the file.</summary>
internal sealed class HashingStream(FileStream file) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly double _length = Math.Max(1, file.Length);

    /// <summary>How much of the file was read so far, 0 to 1.</summary>
    public double FractionRead => Math.Min(1, file.Position / _length);

    public override int Read(Span<byte> buffer)
    {
        try
        {
            int read = file.Read(buffer);
            _hash.AppendData(buffer[..read]);
            return read;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FeedException($"{file.Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads what is left of the file and returns the hash in lower-case hexadecimal.</summary>
    public string Finish()
    {
        Span<byte> rest = stackalloc byte[4096];
        while (Read(rest) > 0)
        {
        }

        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}

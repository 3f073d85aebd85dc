using System.Security.Cryptography;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// Signatures of snapshots: ECDSA with P-256 over the SHA-256 of the whole file, as DER in a file beside it. They are what
/// <c>openssl dgst -sha256 -sign</c> makes.
/// </summary>
public static class SnapshotSignature
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence;

    /// <summary>Where the signature of a snapshot file lies.</summary>
    /// <param name="snapshotPath">The snapshot file.</param>
    public static string PathOf(string snapshotPath) => $"{snapshotPath}.sig";

    /// <summary>Makes a private key; its public part is in it.</summary>
    public static ECDsa CreateKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Reads a private or public key from PEM.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no key of the curve P-256.</exception>
    public static ECDsa ReadKey(string path)
    {
        string pem = File.ReadAllText(path);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            key.Dispose();
            throw new InvalidDataException($"{path}: is no key: {exception.Message}", exception);
        }

        key.Dispose();
        throw new InvalidDataException($"{path}: is no key of the curve P-256.");
    }

    /// <summary>Signs a snapshot file; the signature is written whole or not at all.</summary>
    /// <param name="snapshotPath">The snapshot file, which is not read as a snapshot.</param>
    /// <param name="privateKey">The private key.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="CryptographicException">The key is a public one.</exception>
    public static void Sign(string snapshotPath, ECDsa privateKey)
    {
        ArgumentNullException.ThrowIfNull(privateKey);
        byte[] signature;
        using (FileStream file = File.OpenRead(snapshotPath))
        {
            signature = privateKey.SignData(file, HashAlgorithmName.SHA256, Format);
        }

        AtomicFile.Write(PathOf(snapshotPath), stream => stream.Write(signature));
    }

    /// <summary>Checks the signature of an opened snapshot, of the very bytes that are searched.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="snapshotPath">The file it was opened from, beside which the signature lies.</param>
    /// <param name="publicKey">The key that is trusted.</param>
    /// <exception cref="SnapshotException">There is no signature, or it is not of these bytes by this key.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public static void Verify(Snapshot snapshot, string snapshotPath, ECDsa publicKey)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(publicKey);
        if (!publicKey.VerifyHash(snapshot.Hash(), Read(snapshotPath), Format))
        {
            throw new SnapshotException($"{snapshotPath}: its signature is not one of the trusted key.");
        }
    }

    private static byte[] Read(string snapshotPath)
    {
        try
        {
            return File.ReadAllBytes(PathOf(snapshotPath));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException($"{snapshotPath}: it is not signed.", exception);
        }
    }
}

using System.Security.Cryptography;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A signature beside a snapshot, and the same bytes as the file of a key.</summary>
internal sealed class SignatureTarget : IFuzzTarget
{
    private readonly Lazy<(string Path, ECDsa Key)> _signed = new(static () =>
        (Scratch.Write("signed.snapshot", SeedCorpus.Snapshot), ECDsa.Create(ECCurve.NamedCurves.nistP256)));

    public string Name => "signature";

    public void Run(ReadOnlySpan<byte> input)
    {
        (string path, ECDsa key) = _signed.Value;
        Scratch.Write("signed.snapshot.sig", input);
        using Snapshot snapshot = Snapshot.Open(path);
        try
        {
            SnapshotSignature.Verify(snapshot, path, key);
            FuzzException.Require(false, "Bytes that nobody signed are a signature.");
        }
        catch (SnapshotException)
        {
        }

        try
        {
            SnapshotSignature.ReadKey(Scratch.Write("key.pem", input)).Dispose();
        }
        catch (InvalidDataException)
        {
        }
    }
}

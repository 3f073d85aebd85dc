using System.Buffers.Binary;
using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Checks and reads what stands before the first section. Costs the same whatever the size of the file.</summary>
internal static class SnapshotHeaderReader
{
    /// <summary>The header, and where the frame of the first section begins.</summary>
    /// <exception cref="SnapshotException">The file is no snapshot, is damaged or was written by another version.</exception>
    public static (SnapshotHeader Header, long End) Read(MappedFile file, string name)
    {
        using MappedFileLease lease = file.Lease();
        ReadOnlyMemory<byte> start = file.Slice<byte>(0, Math.Min(file.Length, SnapshotFormat.HeaderStart + SnapshotFormat.MaxHeaderBytes));
        if (!SnapshotFormat.StartsWithMagic(start.Span))
        {
            throw new SnapshotException($"{name}: the file is not a snapshot.");
        }

        try
        {
            return Read(start, file.Length);
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw SnapshotDamage.Refuse(name, "header", exception.Message, exception);
        }
    }

    private static (SnapshotHeader Header, long End) Read(ReadOnlyMemory<byte> start, long fileLength)
    {
        var reader = new MessagePackReader(start);
        int items = reader.ReadArrayHeader();
        reader.ReadString();
        int version = reader.ReadInt32();
        Require(
            version == SnapshotFormat.Version,
            $"format version {version} is not the version {SnapshotFormat.Version} that this program reads; "
            + (version > SnapshotFormat.Version ? "update the program or build the snapshot with this one" : "build the snapshot again"));

        uint length = reader.ReadUInt32();
        Require(
            reader.Consumed == SnapshotFormat.HeaderStart
            && length <= start.Length - SnapshotFormat.HeaderStart - SnapshotFormat.ChecksumItemBytes,
            "it is damaged or cut off");

        int end = SnapshotFormat.HeaderStart + (int)length;
        ReadOnlySpan<byte> checksum = start.Span.Slice(end, SnapshotFormat.ChecksumItemBytes);
        Require(
            checksum[0] == MessagePackCode.UInt32
            && BinaryPrimitives.ReadUInt32BigEndian(checksum[1..]) == Crc32C.Compute(start.Span[..end]),
            "its checksum does not match, so the file is damaged");

        SnapshotHeader header = SnapshotHeaderCodec.Read(ref reader, version);
        Require(
            header.FileLength == fileLength,
            $"the file has {fileLength} bytes instead of {header.FileLength}, so it is cut off or damaged");
        Require(
            reader.Consumed == end && items == header.Sections.Count + SnapshotFormat.ItemsBeforeSections,
            "it does not describe the file");
        return (header, end + SnapshotFormat.ChecksumItemBytes);
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidDataException(problem);
        }
    }
}

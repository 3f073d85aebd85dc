using System.Buffers.Binary;
using MessagePack;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Fuzz.Sealing;

/// <summary>Makes the checksums and the length of a changed snapshot right again, as far as it can be read, so that readers look behind them.</summary>
internal static class SnapshotSeal
{
    public static void Mend(byte[] file)
    {
        if (file.Length < SnapshotFormat.HeaderStart)
        {
            return;
        }

        long end = SnapshotFormat.HeaderStart + BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(SnapshotFormat.HeaderStart - sizeof(uint)));
        if (end > file.Length - SnapshotFormat.ChecksumItemBytes)
        {
            return;
        }

        try
        {
            MendHeader(file, (int)end);
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            // What follows cannot be found.
        }

        Checksum(file, 0, end).CopyTo(file.AsSpan((int)end + 1));
    }

    private static void MendHeader(byte[] file, int end)
    {
        var reader = new MessagePackReader(file.AsMemory(SnapshotFormat.HeaderStart..end));
        for (int keys = reader.ReadMapHeader(); keys > 0; keys--)
        {
            switch (reader.ReadString())
            {
                case "file_length" when reader.NextCode == MessagePackCode.UInt64:
                    BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(Position(reader) + 1), file.Length);
                    Skip(ref reader);
                    break;
                case "sections":
                    MendSections(file, ref reader);
                    break;
                default:
                    Skip(ref reader);
                    break;
            }
        }
    }

    private static void MendSections(byte[] file, ref MessagePackReader reader)
    {
        for (int sections = reader.ReadArrayHeader(); sections > 0; sections--)
        {
            MessagePackShape.RequireArray(ref reader, 4);
            Skip(ref reader);
            (long offset, long length) = (reader.ReadInt64(), reader.ReadInt64());
            bool isInside = offset >= 0 && length >= 0 && offset <= file.Length && length <= file.Length - offset;
            if (isInside && reader.NextCode == MessagePackCode.UInt32)
            {
                Checksum(file, offset, length).CopyTo(file.AsSpan(Position(reader) + 1));
            }

            Skip(ref reader);
        }
    }

    private static byte[] Checksum(byte[] file, long offset, long length)
    {
        byte[] checksum = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32C.Compute(file.AsSpan((int)offset, (int)length)));
        return checksum;
    }

    /// <summary>Where in the file the next item begins.</summary>
    private static int Position(in MessagePackReader reader) => SnapshotFormat.HeaderStart + (int)reader.Consumed;

    /// <summary>Skips an item, however deep, without recursion.</summary>
    private static void Skip(ref MessagePackReader reader)
    {
        for (long left = 1; left > 0; left--)
        {
            switch (reader.NextMessagePackType)
            {
                case MessagePackType.Array:
                    left += reader.ReadArrayHeader();
                    break;
                case MessagePackType.Map:
                    left += 2L * reader.ReadMapHeader();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }
}

using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Fuzz.Sealing;

/// <summary>Makes the checksums of a changed gazetteer right again, as far as it can be read, so that readers look behind them.</summary>
internal static class GazetteerSeal
{
    /// <summary>Where the header ends and its checksum begins; less than the header's start when it does not say.</summary>
    public static int HeaderEnd(ReadOnlySpan<byte> file) => file.Length >= GazetteerFormat.HeaderStart
        && BitConverter.ToInt32(file[(GazetteerFormat.HeaderStart - sizeof(int))..]) is >= 0 and var length
        && length <= file.Length - GazetteerFormat.HeaderStart - sizeof(uint)
            ? GazetteerFormat.HeaderStart + length
            : -1;

    public static void Mend(byte[] file)
    {
        if (HeaderEnd(file) is not (>= 0 and var end))
        {
            return;
        }

        try
        {
            MendColumns(file, end);
        }
        catch (Exception exception) when (exception is IOException || SnapshotDamage.IsDamage(exception))
        {
            // What follows cannot be found.
        }

        BitConverter.TryWriteBytes(file.AsSpan(end), Crc32C.Compute(file.AsSpan(GazetteerFormat.HeaderStart..end)));
    }

    private static void MendColumns(byte[] file, int end)
    {
        using var reader = new BinaryReader(new MemoryStream(file, GazetteerFormat.HeaderStart, end - GazetteerFormat.HeaderStart));
        for (int sources = reader.ReadInt32(); sources > 0; sources--)
        {
            reader.ReadString();
        }

        for (int countries = reader.ReadInt32(); countries > 0; countries--)
        {
            reader.ReadString();
            for (int columns = reader.ReadInt32(); columns > 0; columns--)
            {
                (long offset, long length) = (reader.ReadInt64(), reader.ReadInt64());
                int checksum = GazetteerFormat.HeaderStart + (int)reader.BaseStream.Position;
                reader.ReadUInt32();
                if (offset >= 0 && length >= 0 && offset <= file.Length && length <= file.Length - offset)
                {
                    BitConverter.TryWriteBytes(file.AsSpan(checksum), Crc32C.Compute(file.AsSpan((int)offset, (int)length)));
                }
            }
        }
    }
}

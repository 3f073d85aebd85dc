using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Instants as two items: ticks of 100 ns since 0001-01-01T00:00:00Z, and the offset in minutes that they were written with.</summary>
internal static class InstantCodec
{
    public static void Write(ref MessagePackWriter writer, DateTimeOffset instant)
    {
        writer.Write(instant.UtcTicks);
        writer.Write((int)instant.Offset.TotalMinutes);
    }

    public static DateTimeOffset Read(ref MessagePackReader reader)
    {
        var utc = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        return utc.ToOffset(TimeSpan.FromMinutes(reader.ReadInt32()));
    }

    /// <summary>An instant as an array of its two items, or nil.</summary>
    public static void WriteOptional(ref MessagePackWriter writer, DateTimeOffset? instant)
    {
        if (instant is { } value)
        {
            writer.WriteArrayHeader(2);
            Write(ref writer, value);
        }
        else
        {
            writer.WriteNil();
        }
    }

    public static DateTimeOffset? ReadOptional(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        MessagePackShape.RequireArray(ref reader, 2);
        return Read(ref reader);
    }
}

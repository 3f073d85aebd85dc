using System.Buffers.Binary;
using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Reads what must be there, and says so when it is not; writes heads whose size does not depend on their number.</summary>
internal static class MessagePackShape
{
    public const int Head32Bytes = 1 + sizeof(uint);

    /// <summary>Writes the head of an array 32 or a bin 32: five bytes, whatever the length.</summary>
    public static void WriteHead32(ref MessagePackWriter writer, byte code, uint length)
    {
        Span<byte> head = writer.GetSpan(Head32Bytes);
        head[0] = code;
        BinaryPrimitives.WriteUInt32BigEndian(head[1..], length);
        writer.Advance(Head32Bytes);
    }

    public static void RequireArray(ref MessagePackReader reader, int length)
    {
        int actual = reader.ReadArrayHeader();
        if (actual != length)
        {
            throw new InvalidDataException($"an array has {actual} items instead of {length}");
        }
    }

    public static string ReadText(ref MessagePackReader reader) =>
        reader.ReadString() ?? throw new InvalidDataException("a text is missing");
}

using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Reads what must be there, and says so when it is not.</summary>
internal static class MessagePackShape
{
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

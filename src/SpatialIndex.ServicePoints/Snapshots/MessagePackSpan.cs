using System.Buffers.Binary;
using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// Reads array heads, integers and texts where they lie. What it is for are the records of points, hundreds of which a response
/// looks into; everything else is read by <see cref="MessagePackReader"/>. Wrong data throws what <see cref="SnapshotDamage"/> knows.
/// </summary>
internal ref struct MessagePackSpan(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>What is not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public int ReadArrayHead()
    {
        byte code = ReadByte();
        return code switch
        {
            >= MessagePackCode.MinFixArray and <= MessagePackCode.MaxFixArray => code - MessagePackCode.MinFixArray,
            MessagePackCode.Array16 => ReadUInt16(),
            _ => throw Unexpected(code),
        };
    }

    /// <summary>Reads an integer that is not negative.</summary>
    public int ReadInteger()
    {
        byte code = ReadByte();
        return code switch
        {
            <= MessagePackCode.MaxFixInt => code,
            MessagePackCode.UInt8 => ReadByte(),
            MessagePackCode.UInt16 => ReadUInt16(),
            MessagePackCode.UInt32 => ReadInt32(),
            _ => throw Unexpected(code),
        };
    }

    public ReadOnlySpan<byte> ReadText()
    {
        byte code = ReadByte();
        return Take(code switch
        {
            >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr => code - MessagePackCode.MinFixStr,
            MessagePackCode.Str8 => ReadByte(),
            MessagePackCode.Str16 => ReadUInt16(),
            MessagePackCode.Str32 => ReadInt32(),
            _ => throw Unexpected(code),
        });
    }

    private byte ReadByte()
    {
        byte value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    private int ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    private int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static InvalidDataException Unexpected(byte code) => new($"an item of another kind (0x{code:x2}) stands where one was expected");
}

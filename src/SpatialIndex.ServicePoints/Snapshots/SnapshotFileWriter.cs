using System.Buffers;
using System.Buffers.Binary;
using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Lays sections out and writes the file: a MessagePack array of magic, version, header, checksum and sections.</summary>
internal sealed class SnapshotFileWriter
{
    private readonly List<(string Name, ReadOnlyMemory<byte> Content)> _sections = [];

    public void Add(string name, ReadOnlyMemory<byte> content) => _sections.Add((name, content));

    public void Write(Stream stream, SnapshotHeader header)
    {
        // The length of the header does not depend on the offsets in it, so a first pass without them finds it.
        var sections = _sections.Select(static s => new SnapshotSection(s.Name, 0, s.Content.Length, Crc32C.Compute(s.Content.Span))).ToList();
        byte[] draft = Preamble(header with { Sections = sections });
        long position = draft.Length;
        for (int i = 0; i < sections.Count; i++)
        {
            position += SnapshotFormat.Frame(sections[i].Name, position, sections[i].Length).Length;
            sections[i] = sections[i] with { Offset = position };
            position += sections[i].Length;
        }

        stream.Write(Preamble(header with { Sections = sections, FileLength = position }));
        position = draft.Length;
        for (int i = 0; i < sections.Count; i++)
        {
            stream.Write(SnapshotFormat.Frame(sections[i].Name, position, sections[i].Length));
            stream.Write(_sections[i].Content.Span);
            position = sections[i].Offset + sections[i].Length;
        }
    }

    /// <summary>Everything before the first section.</summary>
    private static byte[] Preamble(SnapshotHeader header)
    {
        var map = new ArrayBufferWriter<byte>();
        var mapWriter = new MessagePackWriter(map);
        SnapshotHeaderCodec.Write(ref mapWriter, header);
        mapWriter.Flush();

        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        Span<byte> root = writer.GetSpan(5);
        root[0] = MessagePackCode.Array32;
        BinaryPrimitives.WriteUInt32BigEndian(root[1..], (uint)(SnapshotFormat.ItemsBeforeSections + header.Sections.Count));
        writer.Advance(5);
        writer.Write(SnapshotFormat.Magic);
        writer.Write(SnapshotFormat.Version);
        writer.WriteUInt32((uint)map.WrittenCount);
        writer.WriteRaw(map.WrittenSpan);
        writer.Flush();

        writer.WriteUInt32(Crc32C.Compute(buffer.WrittenSpan));
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

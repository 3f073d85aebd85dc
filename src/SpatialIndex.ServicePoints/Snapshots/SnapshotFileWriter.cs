using System.Buffers;
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
        long position = Preamble(header with { Sections = sections }).Length;
        byte[][] frames = new byte[sections.Count][];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = SnapshotFormat.Frame(sections[i].Name, position, sections[i].Length);
            sections[i] = sections[i] with { Offset = position + frames[i].Length };
            position = sections[i].Offset + sections[i].Length;
        }

        stream.Write(Preamble(header with { Sections = sections, FileLength = position }));
        for (int i = 0; i < frames.Length; i++)
        {
            stream.Write(frames[i]);
            stream.Write(_sections[i].Content.Span);
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
        MessagePackShape.WriteHead32(ref writer, MessagePackCode.Array32, (uint)(SnapshotFormat.ItemsBeforeSections + header.Sections.Count));
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

using System.Buffers;
using System.Text;
using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>The fixed parts of the file format, which <c>docs/snapshot-format.md</c> describes.</summary>
internal static class SnapshotFormat
{
    public const string Magic = "SPATIALINDEX-SNAPSHOT";

    /// <summary>The version written, and the newest one read.</summary>
    public const int Version = 4;

    /// <summary>Columns start at multiples of this many bytes, so that any vector width can read them in place.</summary>
    public const int Alignment = 64;

    /// <summary>Root array header (5), magic (1 + 21), version (1), header length (5).</summary>
    public const int HeaderStart = 33;

    /// <summary>The checksum of everything before it as a uint 32.</summary>
    public const int ChecksumItemBytes = 1 + sizeof(uint);

    /// <summary>Magic, version, header length, header, checksum.</summary>
    public const int ItemsBeforeSections = 5;

    public const int MaxHeaderBytes = 64 << 20;

    public const string CarriersSection = "carriers";

    // Sections of a country are named CODE/NAME.
    public const string Tables = "tables";
    public const string Tree = "tree";
    public const string KeyHashes = "key_hashes";
    public const string KeyRows = "key_rows";
    public const string RecordOffsets = "record_offsets";
    public const string Records = "records";

    /// <summary>The sections of a country in the order of the file.</summary>
    public static IReadOnlyList<string> CountrySections { get; } = [Tables, Tree, KeyHashes, KeyRows, RecordOffsets, Records];

    public static bool StartsWithMagic(ReadOnlySpan<byte> file)
    {
        const int MagicStart = 6;
        return file.Length >= HeaderStart
            && file[0] == MessagePackCode.Array32
            && file[MagicStart - 1] == MessagePackCode.MinFixStr + Magic.Length
            && Ascii.Equals(file.Slice(MagicStart, Magic.Length), Magic);
    }

    /// <summary>Whether a section is a column, kept as an aligned bin; the others are MessagePack values.</summary>
    public static bool IsColumn(string section) =>
        section != CarriersSection
        && !section.EndsWith($"/{Tables}", StringComparison.Ordinal)
        && !section.EndsWith($"/{Records}", StringComparison.Ordinal);

    /// <summary>
    /// What stands between the end of one section (or of the header) and the content of the next: an array of name, padding
    /// and content, whose last item is begun.
    /// </summary>
    /// <param name="section">The name of the section.</param>
    /// <param name="position">The position in the file.</param>
    /// <param name="length">The length of the content.</param>
    public static byte[] Frame(string section, long position, long length)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(3);
        writer.Write(section);
        writer.Flush();
        if (!IsColumn(section))
        {
            writer.Write(default(ReadOnlySpan<byte>));
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }

        // The content header is always that of a bin 32, whatever the length, so that its size is known.
        const int PaddingHeader = 2;
        long unpadded = position + buffer.WrittenCount + PaddingHeader + MessagePackShape.Head32Bytes;
        writer.Write(new byte[(int)((Alignment - (unpadded % Alignment)) % Alignment)]);
        MessagePackShape.WriteHead32(ref writer, MessagePackCode.Bin32, (uint)length);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static string SectionOf(string countryCode, string name) => $"{countryCode}/{name}";
}

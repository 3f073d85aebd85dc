using System.Runtime.InteropServices;
using System.Text;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>
/// The layout of the file: magic, version, length of the header, header, its checksum, and the columns, each at a multiple of 64 bytes and
/// with a checksum in the header. All numbers are little-endian.
/// </summary>
internal static class GazetteerFormat
{
    public const int Version = 1;

    private const int Alignment = 64;

    public static ReadOnlySpan<byte> Magic => "SPATIALINDEX-GAZETTEER\r\n"u8;

    /// <summary>Magic, version, length of the header.</summary>
    public static int HeaderStart => Magic.Length + (2 * sizeof(int));

    public static void Write(Stream stream, IReadOnlyList<string> sources, IEnumerable<CountryGazetteer> countries)
    {
        (string Code, ReadOnlyMemory<byte>[] Columns)[] parts = [.. countries.Select(static country => (country.Code, ColumnsOf(country)))];

        // The length of the header does not depend on the offsets in it.
        long position = HeaderStart + Header(sources, parts, 0).Length + sizeof(uint);
        long start = Aligned(position);
        byte[] header = Header(sources, parts, start);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(header.Length);
        writer.Write(header);
        writer.Write(Crc32C.Compute(header));
        foreach (ReadOnlyMemory<byte> column in parts.SelectMany(static part => part.Columns))
        {
            writer.Write(new byte[(int)(Aligned(position) - position)]);
            writer.Write(column.Span);
            position = Aligned(position) + column.Length;
        }
    }

    public static CountryGazetteer Read(string code, IColumnReader reader) => new()
    {
        Code = code,
        Texts = reader.Column<byte>(0),
        Localities = reader.Column<LocalityRow>(1),
        LocalityCodes = reader.Column<int>(2),
        PostalCodes = reader.Column<PostalCodeRow>(3),
        PostalCodeLocalities = reader.Column<int>(4),
        PostalCodeStreets = reader.Column<int>(5),
        Streets = reader.Column<StreetRow>(6),
        Houses = reader.Column<HouseRow>(7),
        Suffixes = reader.Column<int>(8),
        LocalityKeys = Keys(reader, 9),
        PostalCodeKeys = Keys(reader, 13),
        StreetKeys = Keys(reader, 17),
        Tree = KdTree.Open(reader.Column<byte>(21)),
    };

    private static KeyTable Keys(IColumnReader reader, int first) =>
        new(reader.Column<KeyRow>(first), reader.Column<int>(first + 1), reader.Column<int>(first + 2), reader.Column<char>(first + 3));

    private static ReadOnlyMemory<byte>[] ColumnsOf(CountryGazetteer country) =>
    [
        country.Texts,
        Bytes(country.Localities), Bytes(country.LocalityCodes),
        Bytes(country.PostalCodes), Bytes(country.PostalCodeLocalities), Bytes(country.PostalCodeStreets),
        Bytes(country.Streets), Bytes(country.Houses), Bytes(country.Suffixes),
        .. BytesOf(country.LocalityKeys), .. BytesOf(country.PostalCodeKeys), .. BytesOf(country.StreetKeys),
        country.Tree.Data,
    ];

    private static ReadOnlyMemory<byte>[] BytesOf(KeyTable keys) => [Bytes(keys.Rows), Bytes(keys.Order), Bytes(keys.Buckets), Bytes(keys.Letters)];

    private static ReadOnlyMemory<byte> Bytes<T>(ReadOnlyMemory<T> column)
        where T : unmanaged => MemoryMarshal.AsBytes(column.Span).ToArray();

    private static byte[] Header(IReadOnlyList<string> sources, (string Code, ReadOnlyMemory<byte>[] Columns)[] parts, long start)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(sources.Count);
        foreach (string source in sources)
        {
            writer.Write(source);
        }

        writer.Write(parts.Length);
        long position = start;
        foreach ((string code, ReadOnlyMemory<byte>[] columns) in parts)
        {
            writer.Write(code);
            writer.Write(columns.Length);
            foreach (ReadOnlyMemory<byte> column in columns)
            {
                writer.Write(Aligned(position));
                writer.Write((long)column.Length);
                writer.Write(Crc32C.Compute(column.Span));
                position = Aligned(position) + column.Length;
            }
        }

        writer.Flush();
        return buffer.ToArray();
    }

    private static long Aligned(long position) => (position + Alignment - 1) / Alignment * Alignment;
}

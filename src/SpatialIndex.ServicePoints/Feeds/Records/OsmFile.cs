using System.Buffers.Binary;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>
/// Knows OpenStreetMap's own formats, PBF and XML, which are no feeds: <c>osmium</c> makes GeoJSON of the objects that are wanted.
/// See https://wiki.openstreetmap.org/wiki/PBF_Format.
/// </summary>
internal static class OsmFile
{
    private const int PrefixBytes = 512;

    private const int MaxBlobHeader = 64 << 10;

    /// <exception cref="FeedException">The file is in such a format; the message tells the command.</exception>
    public static void Refuse(string path)
    {
        if (File.Exists(path) && IsOsm(ReadPrefix(path)))
        {
            throw new FeedException(
                $"{path}: is OpenStreetMap data in its own format. Make GeoJSON of it with osmium (package osmium-tool) and build from that: "
                + $"osmium tags-filter '{path}' nwr/amenity=post_office,parcel_locker 'nwr/vending=parcel_pickup*' nwr/post_office -o post_points.osm.pbf"
                + " && osmium export post_points.osm.pbf -a type,id --geometry-types=point,polygon -o post_points.geojson");
        }
    }

    private static byte[] ReadPrefix(string path)
    {
        byte[] prefix = new byte[PrefixBytes];
        try
        {
            using FileStream file = File.OpenRead(path);
            return file.CanSeek ? prefix[..file.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false)] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Who reads the file says so.
            return [];
        }
    }

    private static bool IsOsm(ReadOnlySpan<byte> prefix) => IsPbf(prefix) || prefix.TrimStart("\uFEFF \r\n\t"u8).StartsWith("<"u8) && prefix.IndexOf("<osm"u8) >= 0;

    /// <summary>A PBF file begins with the length of a blob header, whose first field is its type.</summary>
    private static bool IsPbf(ReadOnlySpan<byte> prefix) =>
        prefix.Length > sizeof(int)
        && BinaryPrimitives.ReadInt32BigEndian(prefix) is > 0 and <= MaxBlobHeader
        && prefix[sizeof(int)..].StartsWith("\u000A\u0009OSMHeader"u8);
}

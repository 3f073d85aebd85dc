using FsCheck.Xunit;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Geocoding;

/// <summary>Files whose checksums match and whose columns are wrong.</summary>
public sealed class GazetteerDamageTests : IDisposable
{
    private const int BanoLines = 40;
    private static readonly string[] Questions = ["1 Rue Un 90000 Belfort", "Rue Deux", "90000", "Belfrot", "3 rue troix 90001 Delle", "rue un delle"];

    private readonly TestFolder _folder = new();
    private readonly byte[] _sound;

    public GazetteerDamageTests()
    {
        string[] streets = ["Rue Un", "Rue Deux", "Rue Trois", "Place Quatre"];
        string lines = string.Concat(Enumerable.Range(0, BanoLines).Select(i =>
            $"{i},{i / 4},{streets[i % 4]},9000{i % 2},{(i % 2 == 0 ? "Belfort" : "Delle")},C+O,47.6{i:00},6.8{i:00}\n"));
        Gazetteer.Build(_folder["sound.gazetteer"], [_folder.Write("bano.csv", lines)]);
        _sound = File.ReadAllBytes(_folder["sound.gazetteer"]);
    }

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 300)]
    public void Geocode_ColumnsDamaged_IsRefusedOrAnswered(int place, byte value, int length)
    {
        byte[] bytes = [.. _sound];
        int first = HeaderEnd(bytes);
        int at = first + ((place & int.MaxValue) % (bytes.Length - first));
        bytes.AsSpan(at, Math.Min((length & 7) + 1, bytes.Length - at)).Fill(value);
        SealColumns(bytes);
        using var damaged = Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes));

        Try(damaged.Verify);
        Try(() =>
        {
            var geocoder = new GazetteerGeocoder(damaged);
            foreach (string question in Questions)
            {
                geocoder.Explain(new GeocodingAddress { CountryCode = "FR", Text = question });
            }

            geocoder.Reverse(new GeoPoint { Latitude = 47.61, Longitude = 6.81 }, "FR");
        });
    }

    [Property(MaxTest = 300)]
    public void Open_HeaderDamaged_IsRefusedOrOpened(int place, byte value)
    {
        byte[] bytes = [.. _sound];
        int first = GazetteerFormat.HeaderStart;
        bytes[first + ((place & int.MaxValue) % (HeaderEnd(bytes) - first - sizeof(uint)))] = value;
        SealHeader(bytes);

        Try(() =>
        {
            using var opened = Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes));
            opened.Verify();
        });
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (GazetteerException)
        {
        }
    }

    private static int HeaderLength(byte[] bytes) => BitConverter.ToInt32(bytes, GazetteerFormat.Magic.Length + sizeof(int));

    private static int HeaderEnd(byte[] bytes) => GazetteerFormat.HeaderStart + HeaderLength(bytes) + sizeof(uint);

    /// <summary>Writes the checksums of the columns, then that of the header, as they are now.</summary>
    private static void SealColumns(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, GazetteerFormat.HeaderStart, HeaderLength(bytes)));
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
                BitConverter.TryWriteBytes(
                    bytes.AsSpan(GazetteerFormat.HeaderStart + (int)reader.BaseStream.Position), Crc32C.Compute(bytes.AsSpan((int)offset, (int)length)));
                reader.ReadUInt32();
            }
        }

        SealHeader(bytes);
    }

    private static void SealHeader(byte[] bytes) => BitConverter.TryWriteBytes(
        bytes.AsSpan(HeaderEnd(bytes) - sizeof(uint)), Crc32C.Compute(bytes.AsSpan(GazetteerFormat.HeaderStart, HeaderLength(bytes))));
}

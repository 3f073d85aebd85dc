using System.Runtime.InteropServices;
using FsCheck.Xunit;
using SpatialIndex.Fuzz.Sealing;
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
        int first = GazetteerSeal.HeaderEnd(bytes) + sizeof(uint);
        int at = first + ((place & int.MaxValue) % (bytes.Length - first));
        bytes.AsSpan(at, Math.Min((length & 7) + 1, bytes.Length - at)).Fill(value);
        GazetteerSeal.Mend(bytes);
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
        bytes[first + ((place & int.MaxValue) % (GazetteerSeal.HeaderEnd(bytes) - first))] = value;
        GazetteerSeal.Mend(bytes);

        Try(() =>
        {
            using var opened = Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes));
            opened.Verify();
        });
    }

    [Fact]
    public void Open_TextOfTheHeaderWithoutAnEndOfItsLength_IsRefused()
    {
        byte[] bytes = [.. _sound];
        bytes.AsSpan(GazetteerFormat.HeaderStart + sizeof(int), 5).Fill(0xff);
        GazetteerSeal.Mend(bytes);

        Assert.Throws<GazetteerException>(() => Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes)));
    }

    /// <summary>Localities and postal codes are equally many, so that the tree remains as long.</summary>
    [Theory]
    [InlineData(4, 1, 0)]
    [InlineData(5, 0, 1)]
    public void Reverse_PlacesOfOtherKinds_IsRefused(int kinds, int kindOfLocalities, int kindOfPostalCodes)
    {
        byte[] bytes = WithTree(kinds, kind => kind == 0 ? kindOfLocalities : kind == 1 ? kindOfPostalCodes : kind);
        using var damaged = Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes));

        var exception = Assert.Throws<GazetteerException>(() => new GazetteerGeocoder(damaged).Reverse(new GeoPoint { Latitude = 47.61, Longitude = 6.81 }, "FR"));

        Assert.Contains("the kinds of the places", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Streets that lie elsewhere than in the locality whose neighbours they are, and keys of streets that are another's.</summary>
    [Fact]
    public void Geocode_StreetsOfAnotherLocalityOrKey_IsRefused()
    {
        using var sound = Gazetteer.Open(_folder["sound.gazetteer"]);
        using MappedFileLease lease = sound.Lease();
        CountryGazetteer country = sound.Country("FR")!;
        StreetRow[] streets = country.Streets.ToArray();
        streets[0].Locality = 1 - streets[0].Locality;
        KeyRow[] keys = country.StreetKeys.Rows.ToArray();
        keys[0].Target = 1;

        AssertRefused(country.Streets, streets, "a street's locality");
        AssertRefused(country.StreetKeys.Rows, keys, "a street's key");
    }

    private void AssertRefused<T>(ReadOnlyMemory<T> column, T[] changed, string what)
        where T : unmanaged
    {
        byte[] bytes = [.. _sound];
        MemoryMarshal.AsBytes(changed.AsSpan()).CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(MemoryMarshal.AsBytes(column.Span))));
        GazetteerSeal.Mend(bytes);
        using var damaged = Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes));

        var exception = Assert.Throws<GazetteerException>(damaged.Verify);

        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
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

    private byte[] WithTree(int kinds, Func<int, int> kindOf)
    {
        using var sound = Gazetteer.Open(_folder["sound.gazetteer"]);
        using MappedFileLease lease = sound.Lease();
        KdTree tree = sound.Country("FR")!.Tree;
        var builder = new KdTreeBuilder(kinds);
        for (int row = 0; row < tree.Count; row++)
        {
            builder.Add(tree.IdAt(row), tree.PointAt(row), kindOf(tree.ClassAt(row)));
        }

        byte[] bytes = [.. _sound];
        builder.Build().Data.Span.CopyTo(bytes.AsSpan(bytes.AsSpan().LastIndexOf(tree.Data.Span)));
        GazetteerSeal.Mend(bytes);
        return bytes;
    }
}

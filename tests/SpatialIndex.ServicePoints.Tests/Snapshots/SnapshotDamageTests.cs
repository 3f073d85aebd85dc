using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

/// <summary>A damaged snapshot is refused or answers as before: never a crash, never another answer.</summary>
public sealed class SnapshotDamageTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly byte[] _sound;
    private readonly string _answer;
    private readonly int _headerLength;

    public SnapshotDamageTests()
    {
        List<ServicePoint> points = TestPoints.Random(400, seed: 5);
        TestPoints.BuildSnapshot(_folder, points).Dispose();
        string feed = _folder.Write("later.ndjson", TestPoints.ToNdjson(points.Skip(60).Where(static point => point.Carrier.Code != "carrier0")));
        SnapshotBuilder.Build(
            [new FeedInput(feed, FeedProfiles.Canonical)],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf, BasePath = _folder["points.snapshot"], MaxVanishedPercent = 50 },
            _folder["sound.snapshot"]);
        using Snapshot snapshot = Snapshot.Open(_folder["sound.snapshot"]);
        _answer = Answer(snapshot);
        _headerLength = (int)snapshot.Header.Sections[0].Offset;
        _sound = File.ReadAllBytes(_folder["sound.snapshot"]);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xff)]
    public void Open_AnyByteOfTheHeaderFlipped_IsRefusedOrAnswersAsBefore(byte mask)
    {
        int refused = 0;
        for (int position = 0; position < _headerLength; position++)
        {
            refused += IsRefused(position, mask) ? 1 : 0;
        }

        // Only the frame between the header and the first section is not read.
        Assert.InRange(_headerLength - refused, 0, 100);
    }

    [Fact]
    public void Open_PayloadByteFlipped_IsRefusedOrAnswersAsBefore()
    {
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 1_000; i++)
        {
            refused += IsRefused(random.Next(_headerLength, _sound.Length), (byte)(1 << random.Next(8))) ? 1 : 0;
        }

        Assert.InRange(refused, 900, 1_000);
    }

    [Fact]
    public void Verify_AnyByteFlipped_IsRefusedWithTheSection()
    {
        var random = new Random(12);
        for (int i = 0; i < 1_000; i++)
        {
            byte[] damaged = [.. _sound];
            damaged[random.Next(_sound.Length)] ^= (byte)(1 << random.Next(8));

            var exception = Assert.Throws<SnapshotException>(() =>
            {
                using Snapshot snapshot = Snapshot.Open(_folder.Write("damaged.snapshot", damaged));
                snapshot.Verify();
            });

            Assert.Matches("^(damaged.snapshot: section \"[a-zA-Z_/]+\": .|damaged.snapshot: the file is not a snapshot)", exception.Message);
        }
    }

    [Fact]
    public void Open_CutOffAnywhere_IsRefused()
    {
        var random = new Random(13);
        foreach (int length in Enumerable.Range(0, 300).Select(_ => random.Next(_sound.Length)).Append(_sound.Length - 1))
        {
            Assert.Throws<SnapshotException>(() => Snapshot.Open(_folder.Write("cut.snapshot", _sound[..length])));
        }
    }

    [Theory]
    [InlineData(3, "build the snapshot again")]
    [InlineData(5, "update the program")]
    public void Open_OtherVersion_IsRefusedByName(byte version, string advice)
    {
        byte[] other = [.. _sound];
        other[27] = version;

        var exception = Assert.Throws<SnapshotException>(() => Snapshot.Open(_folder.Write("other.snapshot", other)));

        Assert.Contains($"format version {version}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private bool IsRefused(int position, byte mask)
    {
        byte[] damaged = [.. _sound];
        damaged[position] ^= mask;
        try
        {
            using Snapshot snapshot = Snapshot.Open(_folder.Write("damaged.snapshot", damaged));
            Assert.Equal(_answer, Answer(snapshot));
            return false;
        }
        catch (SnapshotException)
        {
            return true;
        }
    }

    /// <summary>Everything in the snapshot, and a search in each country.</summary>
    private static string Answer(Snapshot snapshot)
    {
        var search = new ServicePointSearch(snapshot);
        IEnumerable<ServicePoint> found = new[] { "NL", "FR", "FJ" }.SelectMany(country => search.Find(
            new SearchRequest
            {
                CountryCode = country,
                CarrierCodes = ["carrier1", "carrier2"],
                ReferencePoint = new GeoPoint { Latitude = 48, Longitude = 3 },
                Limit = 20,
            },
            TestPoints.AsOf)).Select(static hit => hit.Point);
        return TestPoints.ToNdjson(snapshot.Points()) + TestPoints.ToNdjson(found);
    }
}

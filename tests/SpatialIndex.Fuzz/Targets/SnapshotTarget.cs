using System.Buffers;
using System.Text.Json;
using SpatialIndex.Fuzz.Sealing;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A snapshot whose checksums match: opened, verified, searched, read out, compared and built upon.</summary>
internal sealed class SnapshotTarget : IFuzzTarget
{
    private static readonly SearchRequest Anything = new() { CountryCode = "NL", Limit = 300 };
    private static readonly GeoPoint Somewhere = new() { Latitude = 51.4, Longitude = 5.4 };
    private static readonly BoundingBox Box =
        BoundingBox.FromCorners(new() { Latitude = 44, Longitude = -1 }, new() { Latitude = 52, Longitude = 5 });

    private static readonly SearchRequest[] Requests =
    [
        Anything,
        Anything with { ReferencePoint = Somewhere },
        Anything with { ReferencePoint = Somewhere, Limit = 5, CarrierCodes = ["carrier1", "carrier2"] },
        Anything with { ReferencePoint = Somewhere, RadiusMeters = 50_000, GeneralShopTypes = [GeneralShopType.Locker, GeneralShopType.PostOffice] },
        Anything with { ReferencePoint = Somewhere, Box = Box, CarrierShopType = "kind1" },
        Anything with { Box = Box, CarrierCodes = ["carrier0"] },
        Anything with { CarrierCodes = ["carrier1", "carrier3"], CarrierServicePointIds = ["P0", "P1", "P2", "P3", "P5", "P8"] },
    ];

    public string Name => "snapshot";

    public void Run(ReadOnlySpan<byte> input)
    {
        byte[] file = input.ToArray();
        SnapshotSeal.Mend(file);
        string path = Scratch.Write("fuzzed.snapshot", file);
        try
        {
            using Snapshot snapshot = Snapshot.Open(path);
            bool isSound = IsDone(snapshot.Verify);
            foreach (string country in Countries(snapshot))
            {
                IsDone(() => Search(snapshot, country));
                IsDone(() => Answer(snapshot, country, isSound));
                IsDone(() => Locate(snapshot, country));
            }

            IsDone(() => ReadAll(snapshot, isSound));
            IsDone(() => Compare(snapshot));
        }
        catch (SnapshotException)
        {
            return;
        }

        IsDone(() => BuildUpon(path));
    }

    private static bool IsDone(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (exception is SnapshotException or FeedException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Countries(Snapshot snapshot) =>
        snapshot.Header.Countries.Select(static country => country.Key).Where(CountryCode.IsAssigned).Take(3);

    private static void Search(Snapshot snapshot, string country)
    {
        var search = new ServicePointSearch(snapshot);
        foreach (SearchRequest request in Requests)
        {
            IsDone(() => search.Find(request with { CountryCode = country }, TestPoints.AsOf));
        }
    }

    private static void Answer(Snapshot snapshot, string country, bool isSound)
    {
        var engine = new ServicePointsEngine(snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(TestPoints.AsOf) });
        var body = new ArrayBufferWriter<byte>();
        string query = $"country_code={country}&carrier_code=carrier1&carrier_code=carrier2&latitude=51.4&longitude=5.4";
        int status = engine.WriteListAsync(query, null, body).AsTask().GetAwaiter().GetResult();
        FuzzException.Require(status is 200 or 400, "A request is not answered.");
        if (isSound)
        {
            JsonDocument.Parse(body.WrittenMemory).Dispose();
        }
    }

    private static void Locate(Snapshot snapshot, string country)
    {
        using var gazetteer = Gazetteer.Of(snapshot);
        new GazetteerGeocoder(gazetteer).Explain(new GeocodingAddress { CountryCode = country, Text = "Kerkstraat 1, 5611 AA Eindhoven" });
    }

    private static void ReadAll(Snapshot snapshot, bool isSound)
    {
        foreach (ServicePoint point in snapshot.Points())
        {
            ServicePoint? found = snapshot.Find(point.Carrier.Code, point.CarrierServicePointId);
            FuzzException.Require(!isSound || (found?.Id == point.Id && snapshot.Find(point.Id) is not null), "A point is not found by its key.");
        }
    }

    private static void Compare(Snapshot snapshot)
    {
        using var other = Snapshot.Open(Scratch.Write("other.snapshot", SeedCorpus.Snapshot));
        SnapshotDiff.Compare(snapshot, other);
        SnapshotDiff.Compare(other, snapshot);
    }

    private static void BuildUpon(string path) => SnapshotBuilder.Build(
        [new FeedInput(Scratch.Write("later.ndjson", SeedCorpus.LaterFeed), FeedProfiles.Canonical)],
        new SnapshotBuildOptions { AsOf = TestPoints.AsOf, BasePath = path, MaxVanishedPercent = 100, MaxThreads = 1 },
        Scratch.PathOf("built.snapshot"));
}

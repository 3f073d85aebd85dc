using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Search;

/// <summary>Searches on random points against a scan that applies the rules one by one.</summary>
public sealed class ServicePointSearchTests : IDisposable
{
    private const string Carriers = """
        {"carriers":[{"code":"carrier0","freshness_days":10},{"code":"carrier1","freshness_days":20},{"code":"carrier2"},
         {"code":"carrier3","networks":{"FR":"carrier4"}},{"code":"former","superseded_by":"carrier0"}]}
        """;

    private static readonly Dictionary<string, int> FreshnessDays = new() { ["carrier0"] = 10, ["carrier1"] = 20 };

    private readonly TestFolder _folder = new();
    private readonly List<ServicePoint> _points = TestPoints.Random(4_000, seed: 21);
    private readonly Snapshot _snapshot;
    private readonly ServicePointSearch _search;

    public ServicePointSearchTests()
    {
        _snapshot = TestPoints.BuildSnapshot(_folder, _points, Carriers);
        _search = new ServicePointSearch(_snapshot);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_RandomRequests_GiveWhatAScanGives(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 700; i++)
        {
            SearchRequest request = RandomRequest(random);
            DateTimeOffset now = TestPoints.AsOf.AddDays(-random.Next(30));

            IReadOnlyList<SearchHit> hits = _search.Find(request, now);

            List<(long, double?, bool)> expected = Scan(request, now);
            Assert.True(
                expected.SequenceEqual(hits.Select(static hit => (hit.Point.Id, hit.DistanceMeters, hit.IsExpired))),
                $"seed {seed}, request {i}: {request}");
        }
    }

    [Theory]
    [InlineData("former", "NL", "carrier0")]
    [InlineData("carrier3", "FR", "carrier4")]
    [InlineData("carrier3", "NL", "carrier3")]
    public void Find_SuccessionAndNetwork_GiveTheReplacementsPoints(string code, string country, string expected)
    {
        IReadOnlyList<SearchHit> hits = _search.Find(new SearchRequest { CountryCode = country, CarrierCodes = [code] }, TestPoints.AsOf);

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal(expected, hit.Point.Carrier.Code));
    }

    [Fact]
    public void Find_ExactlyAtTheEndOfFreshness_IsFresh()
    {
        ServicePoint point = _points.First(static point => point.Carrier.Code == "carrier0");
        DateTimeOffset end = point.RefreshedAt.AddDays(10);
        var request = new SearchRequest { CountryCode = point.Address.CountryCode, CarrierServicePointIds = [point.CarrierServicePointId] };

        Assert.False(_search.Find(request, end).Single().IsExpired);
        Assert.True(_search.Find(request, end.AddTicks(1)).Single().IsExpired);
    }

    [Fact]
    public void Find_IntoASpan_AllocatesNothing()
    {
        PreparedSearch search = _search.Prepare(new SearchRequest { CountryCode = "NL", CarrierCodes = ["carrier1", "former"], ReferencePoint = Center, RadiusMeters = 90_000 });
        var results = new Neighbor[200];
        int found = 0;

        Assert.Equal(0, AllocatedBytes.By(() => found = search.Find(TestPoints.AsOf, results)));
        Assert.True(found > 0);
    }

    [Fact]
    public void Explain_AnyArea_FindsTheSameAndCounts()
    {
        SearchRequest[] requests =
        [
            new() { CountryCode = "NL", ReferencePoint = Center, RadiusMeters = 90_000 },
            new() { CountryCode = "NL", Box = BoundingBox.Enclosing(Center, 50_000) },
            new() { CountryCode = "NL", ReferencePoint = Center, Box = BoundingBox.Enclosing(Center, 50_000) },
        ];
        foreach (SearchRequest request in requests)
        {
            PreparedSearch search = _search.Prepare(request);
            var found = new Neighbor[20];
            var explained = new Neighbor[20];

            int count = search.Find(TestPoints.AsOf, found);
            SearchExplanation explanation = search.Explain(TestPoints.AsOf, explained);

            Assert.Equal(found[..count], explained[..count]);
            Assert.NotEqual(0, explanation.PointsTested);
        }
    }

    [Fact]
    public void HitOf_ResultOfAnotherSearch_Throws()
    {
        PreparedSearch inFrance = _search.Prepare(new SearchRequest { CountryCode = "fr" });
        PreparedSearch inFiji = _search.Prepare(new SearchRequest { CountryCode = "FJ" });
        var results = new Neighbor[1];

        Assert.Equal(1, inFrance.Find(TestPoints.AsOf, results));

        Assert.Equal(results[0].Id, inFrance.HitOf(results[0], TestPoints.AsOf).Point.Id);
        Assert.Throws<ArgumentOutOfRangeException>(() => inFiji.HitOf(results[0], TestPoints.AsOf));
    }

    [Fact]
    public void Find_CountryWithoutPointsOrNoCarriers_IsEmpty()
    {
        Assert.Empty(_search.Find(new SearchRequest { CountryCode = "AQ" }, TestPoints.AsOf));
        Assert.Empty(_search.Find(new SearchRequest { CountryCode = "NL", CarrierCodes = [] }, TestPoints.AsOf));
    }

    [Fact]
    public void Find_MisusedRequest_SaysWhatIsWrong()
    {
        AssertMisuse("\"XX\" is not a country code.", new SearchRequest { CountryCode = "XX" });
        AssertMisuse("Limit", new SearchRequest { CountryCode = "NL", Limit = 0 });
        AssertMisuse("A radius needs a reference point.", new SearchRequest { CountryCode = "NL", RadiusMeters = 5 });
        AssertMisuse("A radius is 0 metres or more.", new SearchRequest { CountryCode = "NL", ReferencePoint = Center, RadiusMeters = -5 });
        AssertMisuse("A radius is 0 metres or more.", new SearchRequest { CountryCode = "NL", ReferencePoint = Center, RadiusMeters = double.NaN });
        Assert.Throws<ArgumentNullException>("request", () => _search.Find(null!, TestPoints.AsOf));
        Assert.Throws<ArgumentNullException>("request", () => _search.Prepare(null!));
        Assert.Throws<ArgumentNullException>("snapshot", () => new ServicePointSearch(null!));
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private static GeoPoint Center => new() { Latitude = 52, Longitude = 5.5 };

    private void AssertMisuse(string message, SearchRequest request)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => _search.Find(request, TestPoints.AsOf));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private static SearchRequest RandomRequest(Random random)
    {
        string country = random.Next(3) switch { 0 => "NL", 1 => "FR", _ => "FJ" };
        GeoPoint near = country switch
        {
            "NL" => new GeoPoint { Latitude = 51 + (2 * random.NextDouble()), Longitude = 4 + (3 * random.NextDouble()) },
            "FR" => new GeoPoint { Latitude = 43 + (6 * random.NextDouble()), Longitude = -1 + (7 * random.NextDouble()) },
            _ => new GeoPoint { Latitude = -18 + (2 * random.NextDouble()), Longitude = 179.5 },
        };
        bool hasPoint = random.Next(3) > 0;
        bool hasBox = random.Next(3) == 0;
        return new SearchRequest
        {
            CountryCode = country,
            CarrierCodes = random.Next(3) == 0 ? null : [$"carrier{random.Next(6)}", random.Next(2) == 0 ? "former" : "carrier3"],
            CarrierShopType = random.Next(4) == 0 ? $"kind{random.Next(4)}" : null,
            GeneralShopTypes = random.Next(3) == 0 ? [GeneralShopType.All[random.Next(4)], GeneralShopType.All[random.Next(4)]] : null,
            CarrierServicePointIds = random.Next(4) == 0 ? [.. Enumerable.Range(0, 60).Select(_ => $"P{random.Next(4_500)}")] : null,
            ReferencePoint = hasPoint ? near : null,
            RadiusMeters = hasPoint && random.Next(2) == 0 ? random.Next(100, 200_000) : null,
            Box = hasBox ? BoundingBox.Enclosing(near, random.Next(1_000, 100_000)) : null,
            Limit = random.Next(1, 120),
        };
    }

    private List<(long Id, double? Distance, bool IsExpired)> Scan(SearchRequest request, DateTimeOffset now)
    {
        HashSet<string>? codes = request.CarrierCodes?.Select(code =>
            code == "former" ? "carrier0" : code == "carrier3" && request.CountryCode == "FR" ? "carrier4" : code).ToHashSet();
        return [.. _points
            .Where(point => point.Address.CountryCode == request.CountryCode)
            .Where(point => codes?.Contains(point.Carrier.Code) ?? true)
            .Where(point => request.CarrierShopType is null || point.CarrierShopType == request.CarrierShopType)
            .Where(point => request.GeneralShopTypes?.Contains(point.GeneralShopType!) ?? true)
            .Where(point => request.CarrierServicePointIds?.Contains(point.CarrierServicePointId) ?? true)
            .Where(point => request.Box?.Contains(point.Position) ?? true)
            .Select(point => (
                point.Id,
                Distance: request.ReferencePoint is { } center ? Haversine.DistanceMeters(center, point.Position) : (double?)null,
                IsExpired: now - point.RefreshedAt > TimeSpan.FromDays(FreshnessDays.GetValueOrDefault(point.Carrier.Code, 30))))
            .Where(hit => request.CarrierServicePointIds is not null || !hit.IsExpired)
            .Where(hit => request.RadiusMeters is null || hit.Distance <= request.RadiusMeters)
            .OrderBy(static hit => hit.Distance ?? 0)
            .ThenBy(static hit => hit.Id)
            .Take(request.Limit)];
    }
}

using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

/// <summary>Snapshots that are built from another and feeds.</summary>
public sealed class SnapshotRevisionTests : IDisposable
{
    private static readonly DateTimeOffset NextNight = TestPoints.AsOf.AddDays(1);

    private readonly TestFolder _folder = new();
    private readonly List<FeedProblem> _problems = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_OnABase_HasTheSectionsOfABuildFromAllPoints(int seed)
    {
        List<ServicePoint> before = TestPoints.Random(600, seed);
        List<ServicePoint> feed = [.. before.Where(IsCovered).Select(Changed), .. TestPoints.Random(30, seed + 100).Select(static point => point with
        {
            CarrierServicePointId = $"new {point.CarrierServicePointId}",
            Carrier = new CarrierReference("carrier2", "CARRIER2", null, null),
            Id = ServicePointId.Derive("carrier2", $"new {point.CarrierServicePointId}"),
        })];

        using Snapshot revised = Revise(Build("base", before), feed);
        using Snapshot whole = Snapshot.Open(Build("whole", [.. before.Where(point => !IsCovered(point)), .. feed]));

        Assert.Equal(Sections(whole), Sections(revised));
        Assert.Equal(whole.Header.Carriers, revised.Header.Carriers);
        revised.Verify();

        static bool IsCovered(ServicePoint point) => point.Carrier.Code is "carrier1" or "carrier2";
        static ServicePoint Changed(ServicePoint point, int i) => i % 7 == 0 ? point with { Name = "changed", RefreshedAt = NextNight } : point;
    }

    [Fact]
    public void Build_OnABase_CopiesUntouchedCountriesByteForByte()
    {
        string old = Build("base", [TestPoints.Simple("a"), TestPoints.Simple("b", country: "FR"), TestPoints.Simple("c", "dpd", country: "FR")]);

        using Snapshot revised = Revise(old, [TestPoints.Simple("a") with { Name = "renamed" }]);

        using Snapshot before = Snapshot.Open(old);
        Assert.Equal(Sections(before).Where(IsFrench), Sections(revised).Where(IsFrench));
        Assert.NotEqual(Sections(before), Sections(revised));
        Assert.Equal(3, revised.Count);
        revised.Verify();

        static bool IsFrench((string Name, string Content) section) => section.Name.StartsWith("FR/", StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TwoFeedsInAnyOrder_GivesTheSameBytes()
    {
        string old = Build("base", TestPoints.Random(300, seed: 8));
        string one = _folder.Write("one.ndjson", TestPoints.ToNdjson(TestPoints.Random(150, seed: 8)));
        string two = _folder.Write("two.ndjson", TestPoints.ToNdjson(TestPoints.Random(300, seed: 8).Skip(120)));

        Build("forth", Options(old), one, two);
        Build("back", Options(old), two, one);

        Assert.Equal(File.ReadAllBytes(_folder["forth"]), File.ReadAllBytes(_folder["back"]));
    }

    [Fact]
    public void Build_PointGoneFromItsFeed_IsFoundByIdAndKeyButNotByArea()
    {
        ServicePoint gone = TestPoints.Simple("gone");

        using Snapshot revised = Revise(Build("base", [gone, TestPoints.Simple("stays")]), [TestPoints.Simple("stays")], maxVanished: 50);

        var search = new ServicePointSearch(revised);
        var request = new SearchRequest { CountryCode = "NL", CarrierCodes = ["dhl"], ReferencePoint = gone.Position };
        Assert.Equal(["stays"], search.Find(request, NextNight).Select(static hit => hit.Point.CarrierServicePointId));
        SearchHit named = Assert.Single(search.Find(request with { CarrierServicePointIds = ["gone"] }, NextNight));
        Assert.True(named.IsExpired);
        Assert.Equal(NextNight, search.Find(gone.Id)!.VanishedAt);
        Assert.Equal(gone.Id, search.Find("dhl", "gone")!.Id);
        CarrierSummary summary = Assert.Single(revised.Header.Carriers);
        Assert.Equal((1, 1), (summary.Points, summary.Vanished));
        revised.Verify();
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void Build_SomeDaysAfterAPointVanished_StillHasIt(int days, bool isKept)
    {
        ServicePoint[] feed = [TestPoints.Simple("stays"), TestPoints.Simple("stays too")];
        Revise(Build("base", [.. feed, TestPoints.Simple("gone")]), feed, maxVanished: 50).Dispose();

        Build("later", Options(_folder["revised"]) with { AsOf = NextNight.AddDays(days) }, _folder.Write("feed.ndjson", TestPoints.ToNdjson(feed)));

        using Snapshot later = Snapshot.Open(_folder["later"]);
        Assert.Equal(isKept, later.Find("dhl", "gone") is not null);
        later.Verify();
    }

    [Fact]
    public void Build_PointThatReturns_IsThereUnderTheSameId()
    {
        ServicePoint guest = TestPoints.Simple("guest") with { Id = 77 };
        ServicePoint host = TestPoints.Simple("host");
        Revise(Build("base", [guest, host]), [host], maxVanished: 50).Dispose();

        Build("later", Options(_folder["revised"]), _folder.Write("feed.ndjson", TestPoints.ToNdjson([TestPoints.Simple("guest"), host])));

        using Snapshot later = Snapshot.Open(_folder["later"]);
        TestPoints.AssertEqual([guest], [later.Find(77)!]);
        Assert.Equal(1, Assert.Single(later.Header.Changes).Added);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Build_FeedWithAnotherIdForAPoint_KeepsTheKnownOneWithAWarning()
    {
        ServicePoint point = TestPoints.Simple("a") with { Id = 5 };

        using Snapshot revised = Revise(Build("base", [point]), [point with { Id = 6 }]);

        Assert.Equal(5, Assert.Single(revised.Points()).Id);
        Assert.Equal((FeedProblemKind.Warning, "id", "6, known by 5"), Assert.Single(_problems.Select(static problem => (problem.Kind, problem.Field, problem.Value))));
    }

    [Fact]
    public void Build_NewPointWithTheIdOfAnother_IsRejected()
    {
        ServicePoint known = TestPoints.Simple("a", "dpd") with { Id = 5 };

        using Snapshot revised = Revise(Build("base", [known]), [TestPoints.Simple("b") with { Id = 5 }, TestPoints.Simple("c")], maxRejected: 50);

        TestPoints.AssertEqual([known], [revised.Find(5)!]);
        Assert.Contains(_problems, static problem => problem.Kind == FeedProblemKind.Rejected && problem.Field == "id");
        revised.Verify();
    }

    [Fact]
    public void Build_PointThatMovesToAnotherCountry_IsThereOnce()
    {
        using Snapshot revised = Revise(
            Build("base", [TestPoints.Simple("a"), TestPoints.Simple("b", "dpd")]), [TestPoints.Simple("a", latitude: 50.8, country: "BE")]);

        Assert.Equal(["BE", "NL"], revised.Points().Select(static point => point.Address.CountryCode));
        Assert.Equal(1, Assert.Single(revised.Header.Changes).Moved);
        revised.Verify();
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(29, true)]
    public void Build_ThreeOfTenPointsVanish_IsRefusedAboveTheLimit(int limit, bool isRefused)
    {
        ServicePoint[] points = [.. Enumerable.Range(0, 10).Select(static i => TestPoints.Simple($"{i}"))];
        string old = Build("base", [.. points, .. Enumerable.Range(0, 90).Select(static i => TestPoints.Simple($"{i}", "dpd"))]);

        Exception? exception = Record.Exception(() => Revise(old, points[3..], limit).Dispose());

        Assert.Equal(isRefused ? "dhl: 3 of 10 points would vanish, more than 29 %, so its feed is refused." : null, exception?.Message);
        Assert.Equal(!isRefused, File.Exists(_folder["revised"]));
    }

    [Fact]
    public void Build_CarrierIsFreshForLonger_ChangesTheExpiryOfItsPointsEverywhere()
    {
        string old = Build("base", [TestPoints.Simple("a"), TestPoints.Simple("b", "dpd", country: "FR")]);
        string catalogue = _folder.Write("carriers.json", """{ "carriers": [{ "code": "dpd", "name": "DPD", "freshness_days": 3 }] }""");

        Build("revised", Options(old) with { CarriersPath = catalogue }, _folder.Write("feed.ndjson", TestPoints.ToNdjson([TestPoints.Simple("a")])));

        using Snapshot revised = Snapshot.Open(_folder["revised"]);
        revised.Verify();
    }

    [Fact]
    public void Build_OverItsOwnBase_ReplacesItWhileAReaderGoesOn()
    {
        string path = Build("base", [TestPoints.Simple("a")]);
        using Snapshot reader = Snapshot.Open(path);

        Build("base", Options(path), _folder.Write("feed.ndjson", TestPoints.ToNdjson([TestPoints.Simple("a") with { Name = "renamed" }])));

        Assert.Equal("Point a", Assert.Single(reader.Points()).Name);
        using Snapshot revised = Snapshot.Open(path);
        Assert.Equal("renamed", Assert.Single(revised.Points()).Name);
    }

    [Fact]
    public void Build_FeedsOfTheBase_AreListedUntilAllThatTheyCoverIsReplaced()
    {
        string old = Build("base", [TestPoints.Simple("a"), TestPoints.Simple("b", "dpd")]);
        using Snapshot half = Revise(old, [TestPoints.Simple("a")]);
        Build("whole", Options(_folder["revised"]), _folder.Write("all.ndjson", TestPoints.ToNdjson([TestPoints.Simple("a"), TestPoints.Simple("b", "dpd")])));

        using Snapshot whole = Snapshot.Open(_folder["whole"]);

        Assert.Equal(["base.ndjson", "feed.ndjson"], half.Header.Feeds.Select(static feed => feed.File).Order());
        Assert.Equal(["all.ndjson"], whole.Header.Feeds.Select(static feed => feed.File));
    }

    [Fact]
    public void Points_ThatVanished_CanBeWrittenAndReadAgain()
    {
        ServicePoint gone = TestPoints.Simple("gone") with { VanishedAt = NextNight };

        using Snapshot snapshot = Snapshot.Open(Build("base", [gone, TestPoints.Simple("stays")]));

        TestPoints.AssertEqual([gone], [snapshot.Find(gone.Id)!]);
        snapshot.Verify();
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<(string Name, string Content)> Sections(Snapshot snapshot)
    {
        using MappedFileLease lease = snapshot.Lease();
        return [.. snapshot.Header.Sections.Select(section => (section.Name, Convert.ToHexString(snapshot.Content(section.Name).Span)))];
    }

    private SnapshotBuildOptions Options(string? basePath) =>
        new() { AsOf = basePath is null ? TestPoints.AsOf : NextNight, BasePath = basePath, OnProblem = _problems.Add };

    private string Build(string name, IEnumerable<ServicePoint> points)
    {
        Build(name, Options(null), _folder.Write($"{name}.ndjson", TestPoints.ToNdjson(points)));
        _problems.Clear();
        return _folder[name];
    }

    private Snapshot Revise(string basePath, IEnumerable<ServicePoint> feed, double maxVanished = 30, double maxRejected = 20)
    {
        SnapshotBuildOptions options = Options(basePath) with { MaxVanishedPercent = maxVanished, MaxRejectedPercent = maxRejected };
        Build("revised", options, _folder.Write("feed.ndjson", TestPoints.ToNdjson(feed)));
        return Snapshot.Open(_folder["revised"]);
    }

    private void Build(string output, SnapshotBuildOptions options, params string[] feeds) => SnapshotBuilder.Build(
        [.. feeds.Select(static feed => new FeedInput(feed, FeedProfiles.Canonical))], options, _folder[output]);
}

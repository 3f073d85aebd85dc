using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

public sealed class SnapshotBuilderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Build_FeedsInAnyOrder_GivesTheSameBytes()
    {
        List<ServicePoint> points = TestPoints.Random(900, seed: 8);
        string a = _folder.Write("a.ndjson", TestPoints.ToNdjson(points.Take(400)));
        string b = _folder.Write("b.ndjson", TestPoints.ToNdjson(points.Skip(300).Reverse()));

        Build("first.snapshot", a, b);
        Build("second.snapshot", b, a);

        Assert.Equal(File.ReadAllBytes(_folder["first.snapshot"]), File.ReadAllBytes(_folder["second.snapshot"]));
    }

    [Fact]
    public void Build_SamePointTwice_KeepsTheNewerOne()
    {
        ServicePoint old = TestPoints.Simple("A") with { Name = "old", RefreshedAt = TestPoints.AsOf.AddDays(-1) };
        ServicePoint recent = TestPoints.Simple("A") with { Name = "new" };
        string a = _folder.Write("a.ndjson", TestPoints.ToNdjson([old]));
        string b = _folder.Write("b.ndjson", TestPoints.ToNdjson([recent]));

        IReadOnlyList<FeedSummary> summaries = Build("out.snapshot", b, a);

        using Snapshot snapshot = Snapshot.Open(_folder["out.snapshot"]);
        Assert.Equal("new", snapshot.Points().Single().Name);
        Assert.Equal((1, 0, 0, 1), (summaries[0].Points, summaries[0].Superseded, summaries[1].Points, summaries[1].Superseded));
    }

    [Theory]
    [InlineData("derived-1", "NL1", "NL1")]
    [InlineData("derived-1", "derived-2", null)]
    public void Build_SamePlaceInAFeedWithoutIdentifiers_YieldsToTheOther(string first, string second, string? kept)
    {
        string a = _folder.Write("a.ndjson", TestPoints.ToNdjson([TestPoints.Simple(first), TestPoints.Simple("derived-3", latitude: 51.5)]));
        string b = _folder.Write("b.ndjson", TestPoints.ToNdjson([TestPoints.Simple(second) with { RefreshedAt = TestPoints.AsOf.AddDays(-1) }]));

        IReadOnlyList<FeedSummary> summaries = Build("out.snapshot", a, b);
        Build("reversed.snapshot", b, a);

        using Snapshot snapshot = Snapshot.Open(_folder["out.snapshot"]);
        Assert.Equal(1, summaries.Sum(static summary => summary.Superseded));
        Assert.Equal([kept ?? first, "derived-3"], snapshot.Points().Select(static point => point.CarrierServicePointId).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(_folder["out.snapshot"]), File.ReadAllBytes(_folder["reversed.snapshot"]));
    }

    [Fact]
    public void Build_SamePlaceOfOtherKindOrCarrierOrSameFeed_StaysItsOwnPoint()
    {
        ServicePoint derived = TestPoints.Simple("derived-1");
        string a = _folder.Write("a.ndjson", TestPoints.ToNdjson([derived, TestPoints.Simple("derived-2")]));
        string b = _folder.Write("b.ndjson", TestPoints.ToNdjson([TestPoints.Simple("L") with { GeneralShopType = GeneralShopType.Locker }, TestPoints.Simple("D", "dpd")]));

        Assert.All(Build("out.snapshot", a, b), static summary => Assert.Equal(2, summary.Points));
    }

    [Fact]
    public void Build_SameIdOrSameKeyInOneFeed_IsRejectedAndExplained()
    {
        ServicePoint[] points = [.. Enumerable.Range(0, 20).Select(static i => TestPoints.Simple($"P{i}"))];
        ServicePoint sameKey = points[3] with { Name = "again" };
        ServicePoint sameId = TestPoints.Simple("other") with { Id = points[5].Id };
        var problems = new List<FeedProblem>();
        string feed = _folder.Write("a.ndjson", TestPoints.ToNdjson([.. points, sameKey, sameId]));

        SnapshotBuilder.Build(
            [new FeedInput(feed, FeedProfiles.Canonical)],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf, OnProblem = problems.Add },
            _folder["out.snapshot"]);

        List<FeedProblem> rejected = [.. problems.Where(static problem => problem.Kind == FeedProblemKind.Rejected).OrderBy(static problem => problem.Record)];
        Assert.Equal([(21L, "carrier_service_point_id"), (22L, "id")], rejected.Select(static problem => (problem.Record, problem.Field!)));
        Assert.Equal(["a.ndjson, record 4", "dhl P5, a.ndjson, record 6"], rejected.Select(static problem => problem.Value!));
    }

    [Theory]
    [InlineData(5, 20, false)]
    [InlineData(4, 20, true)]
    [InlineData(0, 0, true)]
    public void Build_ShareOfWrongRecords_DecidesAndAnOldFileStays(int wrong, int percent, bool isAccepted)
    {
        string good = TestPoints.ToNdjson(Enumerable.Range(0, 20 - wrong).Select(static i => TestPoints.Simple($"P{i}")));
        string feed = _folder.Write("a.ndjson", good + string.Concat(Enumerable.Repeat("{\"bad\":1}\n", wrong)));
        string output = _folder.Write("out.snapshot", "old");
        var options = new SnapshotBuildOptions { AsOf = TestPoints.AsOf, MaxRejectedPercent = percent };

        Exception? exception = Record.Exception(() => SnapshotBuilder.Build([new FeedInput(feed, FeedProfiles.Canonical)], options, output));

        Assert.Equal(isAccepted, exception is null);
        Assert.Equal(isAccepted, File.ReadAllText(output) != "old");
        Assert.Equal(["a.ndjson", "out.snapshot"], Directory.GetFiles(_folder.Path).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Build_EmptyFeed_IsRefused()
    {
        string feed = _folder.Write("empty.ndjson", "\n\n");

        Assert.Contains("no records", Assert.Throws<FeedException>(() => Build("out.snapshot", feed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithCatalogue_LaysItOverTheProfilesCarriers()
    {
        string feed = _folder.Write("a.json", """[{"parcelShopId":"X1","companyName":"Shop","countryCode":"EE","latitude":"58","longitude":"25"}]""");
        string carriers = _folder.Write("carriers.json", """{"carriers":[{"code":"dpd","name":"DPD Eesti","freshness_days":3},{"code":"old","name":"Old","superseded_by":"dpd"}],"country_time_zones":{"EE":"Europe/Tallinn"}}""");

        SnapshotBuilder.Build(
            [new FeedInput(feed, FeedProfiles.Find("dpd_baltic")!)],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf, CarriersPath = carriers },
            _folder["out.snapshot"]);

        using Snapshot snapshot = Snapshot.Open(_folder["out.snapshot"]);
        Assert.Equal("DPD Eesti", snapshot.Points().Single().Carrier.Name);
        Assert.Equal((3, "dpd", "Europe/Tallinn"),
            (snapshot.Carriers.Find("dpd")!.FreshnessDays, snapshot.Carriers.Resolve("old", "EE"), snapshot.Carriers.CountryTimeZones["EE"]));
    }

    [Theory]
    [InlineData("""{"carriers":[{"name":"X"}]}""", "\"carriers[0].code\"")]
    [InlineData("""{"carriers":[{"code":"x","freshness_days":"7"}]}""", "\"carriers[0].freshness_days\"")]
    [InlineData("""{"carriers":{}}""", "\"carriers\"")]
    [InlineData("""{"country_time_zones":{}}""", "\"carriers\"")]
    [InlineData("""{"carriers":[],"country_time_zones":{"NL":"Mars/Olympus"}}""", "\"country_time_zones.NL\"")]
    [InlineData("""{"carriers":[],"country_time_zones":{"xx":"Europe/Amsterdam"}}""", "\"country_time_zones.xx\"")]
    [InlineData("""{"carriers":[""", "not JSON")]
    public void Build_WrongCatalogue_IsRefusedWithTheKey(string json, string named)
    {
        string feed = _folder.Write("a.ndjson", TestPoints.ToNdjson([TestPoints.Simple("A")]));
        var options = new SnapshotBuildOptions { AsOf = TestPoints.AsOf, CarriersPath = _folder.Write("carriers.json", json) };

        var exception = Assert.Throws<FeedException>(() => SnapshotBuilder.Build([new FeedInput(feed, FeedProfiles.Canonical)], options, _folder["out"]));

        Assert.Contains("carriers.json: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Build_OnAnyNumberOfThreads_GivesTheSameBytesAndProblems(int threads)
    {
        string[] lines = TestPoints.ToNdjson(TestPoints.Random(3_000, seed: 71)).Split('\n');
        for (int i = 5; i < lines.Length; i += 37)
        {
            lines[i] = i % 2 == 0 ? "no json" : lines[i].Replace("\"position\"", "\"unknown\"", StringComparison.Ordinal);
        }

        string feed = _folder.Write("many.ndjson", string.Join('\n', lines));

        List<FeedProblem> expected = BuildOn(1);
        byte[] bytes = File.ReadAllBytes(_folder["out.snapshot"]);
        List<FeedProblem> problems = BuildOn(threads);

        Assert.Equal(bytes, File.ReadAllBytes(_folder["out.snapshot"]));
        Assert.True(expected.Count > 50);
        Assert.Equal(expected, problems);

        List<FeedProblem> BuildOn(int count)
        {
            var found = new List<FeedProblem>();
            SnapshotBuilder.Build(
                [new FeedInput(feed, FeedProfiles.Canonical)],
                new SnapshotBuildOptions { AsOf = TestPoints.AsOf, MaxThreads = count, OnProblem = found.Add },
                _folder["out.snapshot"]);
            return found;
        }
    }

    [Fact]
    public void Build_WithSomebodyWatching_TellsHowFarItIs()
    {
        string feed = _folder.Write("many.ndjson", TestPoints.ToNdjson(TestPoints.Random(20_000, seed: 72)));
        var seen = new List<BuildProgress>();

        SnapshotBuilder.Build(
            [new FeedInput(feed, FeedProfiles.Canonical)], new SnapshotBuildOptions { AsOf = TestPoints.AsOf, OnProgress = seen.Add }, _folder["out.snapshot"]);

        Assert.Equal(["reading many.ndjson", "reading many.ndjson", "indexing", "writing"], seen.Select(static progress => progress.Step));
        Assert.InRange(seen[0].Fraction, 0.3, seen[1].Fraction);
    }

    [Fact]
    public void Build_Sample_KeepsItsSourceAndAge()
    {
        string path = Repository.Sample("laposte_fr_poincont2.csv.gz");

        SnapshotBuilder.Build([new FeedInput(path, FeedProfileRecognizer.Recognize(path))], new SnapshotBuildOptions { AsOf = TestPoints.AsOf }, _folder["out.snapshot"]);

        using Snapshot snapshot = Snapshot.Open(_folder["out.snapshot"]);
        FeedSummary feed = Assert.Single(snapshot.Header.Feeds);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), feed.Sha256);
        Assert.Equal((TestPoints.AsOf, TestPoints.AsOf, TestPoints.AsOf), (snapshot.Header.CreatedAt, feed.OldestRefreshedAt, feed.NewestRefreshedAt));
        Assert.Equal(17194, snapshot.Header.Carriers.Sum(static carrier => carrier.Points));
        Assert.Contains(new CarrierSummary("laposte", "FR", 16914, 0, TestPoints.AsOf, TestPoints.AsOf), snapshot.Header.Carriers);
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<FeedSummary> Build(string output, params string[] feeds) => SnapshotBuilder.Build(
        [.. feeds.Select(static feed => new FeedInput(feed, FeedProfiles.Canonical))], new SnapshotBuildOptions { AsOf = TestPoints.AsOf }, _folder[output]);
}

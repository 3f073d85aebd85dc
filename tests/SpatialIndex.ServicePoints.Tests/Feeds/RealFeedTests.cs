using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>The carriers' real files, as they come: what each record became.</summary>
public class RealFeedTests
{
    [SkippableTheory]
    [InlineData("laposte_fr_poincont2.csv.gz", "laposte", 17212, 17194, 0, 18, 5589)]
    [InlineData("inpost_at_pl_page1_1000.json.gz", "inpost", 1000, 714, 286, 0, 1)]
    [InlineData("inpost_pl_sample_500.json.gz", "inpost", 500, 476, 24, 0, 0)]
    [InlineData("inpost_pl_sample_500_page35.json.gz", "inpost", 500, 475, 25, 0, 0)]
    [InlineData("inpost_fr_sample_500.json.gz", "inpost", 500, 275, 225, 0, 123)]
    [InlineData("inpost_de_sample_500.json.gz", "inpost", 500, 493, 7, 0, 148)]
    [InlineData("inpost_gb_sample_500.json", "inpost", 500, 440, 60, 0, 0)]
    [InlineData("nl_pakketpunten_points.geojson.gz", "nl_pakketpunten", 12005, 12005, 0, 0, 30065)]
    [InlineData("dpd_nl_all_locations.json.gz", "dpd_all_locations", 1825, 1824, 1, 0, 0)]
    [InlineData("dpd_baltic.json.gz", "dpd_baltic", 1073, 1073, 0, 0, 0)]
    [InlineData("omniva_baltic.json.gz", "omniva", 1374, 1373, 1, 0, 126)]
    public void Build_EveryRecord_BecomesAPointOrIsExplained(
        string file, string profile, long records, long points, long skipped, long rejected, long warnings)
    {
        using var folder = new TestFolder();
        string path = Repository.Shared($"data/points/{file}");
        var problems = new List<FeedProblem>();

        FeedSummary summary = Assert.Single(SnapshotBuilder.Build(
            [new FeedInput(path, FeedProfileRecognizer.Recognize(path))],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf, OnProblem = problems.Add },
            folder["out.snapshot"]));

        Assert.Equal(
            (profile, records, points, skipped, rejected, warnings),
            (summary.Profile, summary.Records, summary.Points, summary.Skipped, summary.Rejected, summary.Warnings));
        Assert.Equal(records, points + problems.Where(static problem => problem.IsLoss).DistinctBy(static problem => problem.Record).Count());
        Assert.All(problems, static problem => Assert.False(string.IsNullOrWhiteSpace(problem.Reason)));
        using Snapshot snapshot = Snapshot.Open(folder["out.snapshot"]);
        snapshot.Verify();
        Assert.Equal(points, snapshot.Count);
    }

    [SkippableFact]
    public void Build_OverlappingPages_KeepsEachPointOnce()
    {
        using var folder = new TestFolder();
        FeedInput[] feeds = [.. new[] { "inpost_at_pl_page1_1000.json.gz", "inpost_pl_sample_500.json.gz" }
            .Select(static file => new FeedInput(Repository.Shared($"data/points/{file}"), FeedProfiles.Find("inpost")!))];

        IReadOnlyList<FeedSummary> summaries = SnapshotBuilder.Build(feeds, new SnapshotBuildOptions { AsOf = TestPoints.AsOf }, folder["out.snapshot"]);

        Assert.All(summaries, static summary => Assert.Equal(summary.Records, summary.Points + summary.Skipped + summary.Superseded + summary.Rejected));
        Assert.Equal((108, 714 + 476 - 108), (summaries.Sum(static s => s.Superseded), summaries.Sum(static s => s.Points)));
    }

    [SkippableTheory]
    [InlineData("inpost_at_pl_page1_1000.json.gz")]
    [InlineData("inpost_pl_sample_500.json.gz")]
    [InlineData("inpost_pl_sample_500_page35.json.gz")]
    [InlineData("inpost_fr_sample_500.json.gz")]
    [InlineData("inpost_gb_sample_500.json")]
    public void Read_InPost_LeavesOutTestsZerosAndClosedPoints(string file)
    {
        using System.Text.Json.JsonDocument document = ReadJson(Repository.Shared($"data/points/{file}"));
        HashSet<string> live = [.. document.RootElement.GetProperty("items").EnumerateArray()
            .Where(static item => item.GetProperty("status").GetString() is "Operating" or "Overloaded")
            .Where(static item => item.GetProperty("location").GetProperty("latitude").GetDouble() != 0)
            .Select(static item => item.GetProperty("name").GetString()!)
            .Where(static name => name != "FR000001")];

        IEnumerable<ServicePoint> points = Points(file);

        Assert.Equal(live.Order(StringComparer.Ordinal), points.Select(static point => point.CarrierServicePointId).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void Read_LaPoste_GivesOverseasPointsTheirOwnCountry()
    {
        Dictionary<string, int> countries = Points("laposte_fr_poincont2.csv.gz").CountBy(static point => point.Address.CountryCode).ToDictionary();

        Assert.Equal(
            "BL 3, FR 16914, GF 40, GP 51, MC 7, MF 5, MQ 53, PM 2, RE 97, YT 22",
            string.Join(", ", countries.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} {pair.Value}")));
    }

    [SkippableFact]
    public void Read_OmnivaAndDpd_PutFieldsWhereTheyBelong()
    {
        ServicePoint post = Points("omniva_baltic.json.gz").Single(static point => point.CarrierServicePointId == "69494");
        ServicePoint locker = Points("omniva_baltic.json.gz").Single(static point => point.CarrierServicePointId == "9506");
        ServicePoint shop = Points("dpd_nl_all_locations.json.gz").Single(static point => point.CarrierServicePointId == "NL10008");

        Assert.Equal(
            new Address { Street = "Pärnu mnt", HouseNumber = "21", PostalCode = "69494", City = "Abja-Paluoja linn", CountryCode = "EE" }, post.Address);
        Assert.Equal(new GeoPoint { Latitude = 58.126151, Longitude = 25.353927 }, post.Position);
        Assert.Equal((GeneralShopType.PostOffice, GeneralShopType.Locker, ""), (post.GeneralShopType, locker.GeneralShopType, locker.Address.PostalCode));
        Assert.Equal([new TimeRange(600, 840), new TimeRange(900, 1140)], shop.OpeningTimes[4].ToArray());
        Assert.Empty(shop.OpeningTimes[6]);
    }

    private static IEnumerable<ServicePoint> Points(string file)
    {
        string path = Repository.Shared($"data/points/{file}");
        return [.. new FeedReader(path, FeedProfileRecognizer.Recognize(path), CarrierCatalogue.Empty, TestPoints.AsOf).Read()
            .Select(static result => result.Point).OfType<ServicePoint>()];
    }

    private static System.Text.Json.JsonDocument ReadJson(string path)
    {
        using FeedFile file = FeedFile.Open(path, System.Text.Encoding.UTF8);
        return System.Text.Json.JsonDocument.Parse(file.Content);
    }
}

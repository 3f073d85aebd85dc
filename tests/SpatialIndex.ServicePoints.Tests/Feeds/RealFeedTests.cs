using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>The carriers' real files, as they come: what each record became.</summary>
public class RealFeedTests(RealFeeds feeds) : IClassFixture<RealFeeds>
{
    /// <summary>The rows of the table in <c>docs/feeds.md</c>, which is held to what the files give.</summary>
    public static IEnumerable<object[]> Rows => DocumentedRows.Of(
        "docs/feeds.md", "| file | profile | records | points | skipped | rejected | warnings | hours understood |");

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public void Build_EveryRecord_BecomesWhatTheDocumentationSays(string file, string row) =>
        Assert.True(row == feeds[file].Row, $"The row is: {feeds[file].Row}");

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public void Build_EveryRecord_BecomesAPointOrIsExplained(string file, string _)
    {
        RealFeed feed = feeds[file];

        IEnumerable<long> lost = feed.Problems.Where(static problem => problem.IsLoss).Select(static problem => problem.Record).Distinct();
        Assert.Equal(feed.Summary.Records, feed.Points.Count + lost.Count());
        Assert.All(feed.Problems, static problem => Assert.False(string.IsNullOrWhiteSpace(problem.Reason)));
    }

    /// <summary>Of the records that are live and have a position nearly all become points, and nearly all hours are understood.</summary>
    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public void Build_LiveRecordsAndHours_AreNearlyAllUsed(string file, string _)
    {
        FeedSummary summary = feeds[file].Summary;

        long unplaced = feeds[file].Problems.Count(static problem => problem is { Kind: FeedProblemKind.Rejected, Field: "latitude" or "position" });
        Assert.True(summary.Points >= 0.98 * (summary.Records - summary.Skipped - unplaced));
        Assert.True(summary.HoursUnderstood >= 0.95 * (summary.HoursUnderstood + summary.HoursNotUnderstood));
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

    /// <summary>The Dutch points of all carriers have no identifiers; those of DPD and DHL are in the carriers' own files, too.</summary>
    [SkippableFact]
    public void Build_SameShopsInTwoFiles_AreKeptOnce()
    {
        using var folder = new TestFolder();
        string[] files =
        [
            "nl_pakketpunten_points.geojson.gz", "nl_pakketpunten_utrecht.geojson.gz", "dpd_nl_all_locations.json.gz", "dhl_nl_all_locations.json.gz",
        ];

        IReadOnlyList<FeedSummary> summaries = SnapshotBuilder.Build(
            [.. files.Select(static file => Repository.Shared($"data/points/{file}")).Select(static path => new FeedInput(path, FeedProfileRecognizer.Recognize(path)))],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf },
            folder["out.snapshot"]);

        using Snapshot snapshot = Snapshot.Open(folder["out.snapshot"]);
        Dictionary<string, int> carriers = snapshot.Points().CountBy(static point => point.Carrier.Code).ToDictionary();
        Assert.Equal((1825, 4409, 0), (carriers["dpd"], carriers["postnl"], summaries[1].Points));

        // 3961 points in the one file, and 53 of the 3611 in the other that are at no place of these and not the same shop a few metres on.
        Assert.Equal(3961 + 53, carriers["dhl"]);
        Assert.Single(snapshot.Points(), static point => point.Name == "HEMA Nieuwkoop");
    }

    /// <summary>Of each carrier no more live points are at one position than the file with the most of them has there.</summary>
    [SkippableFact]
    public void Build_SameShopsInTwoFiles_StandNowhereTwice()
    {
        string[] files = ["nl_pakketpunten_points.geojson.gz", "dpd_nl_all_locations.json.gz", "dhl_nl_all_locations.json.gz"];
        Dictionary<(string, string?, GeoPoint), int> most = files
            .SelectMany(file => feeds[file].Points.CountBy(PlaceOf))
            .GroupBy(static place => place.Key, static place => place.Value)
            .ToDictionary(static place => place.Key, static place => place.Max());
        using var folder = new TestFolder();

        SnapshotBuilder.Build(
            [.. files.Select(static file => Repository.Shared($"data/points/{file}")).Select(static path => new FeedInput(path, FeedProfileRecognizer.Recognize(path)))],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf },
            folder["out.snapshot"]);

        using Snapshot snapshot = Snapshot.Open(folder["out.snapshot"]);
        Assert.All(snapshot.Points().CountBy(PlaceOf), place => Assert.InRange(place.Value, 1, most[place.Key]));

        static (string, string?, GeoPoint) PlaceOf(ServicePoint point) => (point.Carrier.Code, point.GeneralShopType, point.Position);
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

        IEnumerable<ServicePoint> points = feeds[file].Points;

        Assert.Equal(live.Order(StringComparer.Ordinal), points.Select(static point => point.CarrierServicePointId).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void Read_LaPoste_GivesOverseasPointsTheirOwnCountry()
    {
        Dictionary<string, int> countries = feeds["laposte_fr_poincont2.csv.gz"].Points.CountBy(static point => point.Address.CountryCode).ToDictionary();

        Assert.Equal(
            "BL 3, FR 16914, GF 40, GP 51, MC 7, MF 5, MQ 53, PM 2, RE 97, YT 22",
            string.Join(", ", countries.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} {pair.Value}")));
    }

    [SkippableFact]
    public void Read_OmnivaAndDpd_PutFieldsWhereTheyBelong()
    {
        ServicePoint post = feeds["omniva_baltic.json.gz"]["69494"];
        ServicePoint locker = feeds["omniva_baltic.json.gz"]["9506"];
        ServicePoint shop = feeds["dpd_nl_all_locations.json.gz"]["NL10008"];

        Assert.Equal(
            new Address { Street = "Pärnu mnt", HouseNumber = "21", PostalCode = "69494", City = "Abja-Paluoja linn", CountryCode = "EE" }, post.Address);
        Assert.Equal(new GeoPoint { Latitude = 58.126151, Longitude = 25.353927 }, post.Position);
        Assert.Equal((GeneralShopType.PostOffice, GeneralShopType.Locker, ""), (post.GeneralShopType, locker.GeneralShopType, locker.Address.PostalCode));
        Assert.Equal([new TimeRange(600, 840), new TimeRange(900, 1140)], shop.OpeningTimes[4].ToArray());
        Assert.Empty(shop.OpeningTimes[6]);
    }

    private static System.Text.Json.JsonDocument ReadJson(string path)
    {
        using FeedFile file = FeedFile.Open(path, System.Text.Encoding.UTF8);
        return System.Text.Json.JsonDocument.Parse(file.Content);
    }
}

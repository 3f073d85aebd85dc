using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class CanonicalFeedTests
{
    [Fact]
    public void Read_PointsWithEverything_ComeBackEqual()
    {
        using var folder = new TestFolder();
        List<ServicePoint> points = TestPoints.Random(500, seed: 7);
        string path = folder.Write("points.ndjson", TestPoints.ToNdjson(points));

        List<FeedRecordResult> results = [.. Read(path)];

        Assert.All(results, static result => Assert.Empty(result.Problems));
        TestPoints.AssertEqual(points, results.Select(static result => result.Point!));
    }

    [Fact]
    public void Read_WithoutId_DerivesIt()
    {
        ServicePoint point = Single(json => json.Remove("id")).Point!;

        Assert.Equal(ServicePointId.Derive("dhl", "A1"), point.Id);
    }

    [Fact]
    public void Read_OnlyWhatIsNeeded_LeavesTheRestEmpty()
    {
        FeedRecordResult result = Single(json =>
        {
            foreach (string name in new[] { "id", "name", "carrier_shop_type", "general_shop_type", "contact", "opening_times", "refreshed_at" })
            {
                json.Remove(name);
            }
        });

        ServicePoint point = result.Point!;
        Assert.Empty(result.Problems);
        Assert.Equal(("", null, null, Contact.None, OpeningTimes.None, TestPoints.AsOf),
            (point.Name, point.CarrierShopType, point.GeneralShopType, point.Contact, point.OpeningTimes, point.RefreshedAt));
    }

    [Theory]
    [InlineData("id", "0", FeedProblemKind.Rejected, "id")]
    [InlineData("id", "-4", FeedProblemKind.Rejected, "id")]
    [InlineData("id", "1.5", FeedProblemKind.Rejected, "id")]
    [InlineData("id", "9223372036854775808", FeedProblemKind.Rejected, "id")]
    [InlineData("carrier_service_point_id", "\"\"", FeedProblemKind.Rejected, "carrier_service_point_id")]
    [InlineData("carrier", "null", FeedProblemKind.Rejected, "carrier_code")]
    [InlineData("position", "{\"latitude\":91,\"longitude\":5}", FeedProblemKind.Rejected, "latitude")]
    [InlineData("refreshed_at", "\"yesterday\"", FeedProblemKind.Warning, "refreshed_at")]
    [InlineData("refreshed_at", "\"2026-03-10\"", FeedProblemKind.Warning, "refreshed_at")]
    [InlineData("refreshed_at", "\"2026-03-10T12:00:00\"", FeedProblemKind.Warning, "refreshed_at")]
    [InlineData("time_zone", "\"Mars/Olympus\"", FeedProblemKind.Warning, "time_zone")]
    [InlineData("opening_times", "{\"monday\":[{\"start_time\":\"9:00\",\"end_time\":\"17:00\"}]}", FeedProblemKind.Warning, "opening_times")]
    [InlineData("opening_times", "\"always\"", FeedProblemKind.Warning, "opening_times")]
    [InlineData("opening_exceptions", "[{\"date\":\"25-12-2026\",\"ranges\":null}]", FeedProblemKind.Warning, "opening_exceptions")]
    [InlineData("opening_exceptions", "{}", FeedProblemKind.Warning, "opening_exceptions")]
    [InlineData("refreshed_at", "\"2026-03-10T12:00:00+15:00\"", FeedProblemKind.Warning, "refreshed_at")]
    [InlineData("position", "{\"latitude\":\"52\\u0000\",\"longitude\":5}", FeedProblemKind.Rejected, "latitude")]
    [InlineData("contact", "\"mail@example.org\"", FeedProblemKind.Warning, "contact")]
    [InlineData("opening_times", "{\"monday\":null,\"holiday\":[]}", FeedProblemKind.Warning, "opening_times")]
    [InlineData("is_expired", "true", FeedProblemKind.Warning, "is_expired")]
    [InlineData("contact", "{\"email\":\"\",\"phone\":\"\",\"fax\":\"1\"}", FeedProblemKind.Warning, "contact.fax")]
    public void Read_SomethingWrong_IsExplained(string field, string value, FeedProblemKind kind, string named)
    {
        FeedRecordResult result = Single(json => json[field] = JsonNode.Parse(value));

        FeedProblem problem = Assert.Single(result.Problems);
        Assert.Equal((kind, named), (problem.Kind, problem.Field));
        Assert.Equal(kind == FeedProblemKind.Warning, result.Point is not null);
    }

    private static FeedRecordResult Single(Action<JsonObject> change)
    {
        using var folder = new TestFolder();
        var json = (JsonObject)JsonNode.Parse(TestPoints.ToNdjson([TestPoints.Simple("A1")]))!;
        change(json);
        return Assert.Single(Read(folder.Write("points.ndjson", json.ToJsonString())));
    }

    private static IEnumerable<FeedRecordResult> Read(string path) =>
        new FeedReader(path, FeedProfiles.Canonical, CarrierCatalogue.Empty, TestPoints.AsOf).Read();
}

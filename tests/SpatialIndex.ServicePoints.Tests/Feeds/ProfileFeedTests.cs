using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>Every way in which a profile can say where a field comes from, on a made-up feed.</summary>
public class ProfileFeedTests
{
    private const string Profile = """
        {
          "name": "mine",
          "format": "json",
          "records": "data.points",
          "carriers": [{ "code": "mine", "name": "Mine", "logo_url": "https://mine/logo.svg" }],
          "skip": [
            { "reason": "it is closed", "when_any": [{ "value": "state", "in": ["closed"] }, { "value": "state", "matches": "^tmp" }] },
            { "reason": "it has no state", "when_any": [{ "value": "state", "is_empty": true }] }
          ],
          "warn": [{ "field": "latitude", "reason": "it is rough", "when_any": [{ "value": "quality", "not_in": ["good"] }] }],
          "fields": {
            "carrier_code": { "constant": "mine" },
            "carrier_service_point_id": { "digest": ["lat", "lon"] },
            "name": { "join": [{ "constant": "Shop" }, "title", "missing"], "separator": "-" },
            "carrier_shop_type": "kinds.1",
            "general_shop_type": { "path": "kinds.0", "lookup": { "box": "locker" } },
            "street": { "path": "line", "regex": "^(.*?) *(\\d\\w*)?$", "group": 1 },
            "house_number": { "path": "line", "regex": "(\\d\\w*)$", "unless": "^0" },
            "postal_code": { "path": "zip", "lookup": { "0": "none" }, "otherwise": "other" },
            "city": { "first": ["town", "place.name"] },
            "country_code": "cc",
            "latitude": "lat",
            "longitude": "lon"
          },
          "opening_times": [{ "dialect": "text", "path": "hours" }]
        }
        """;

    [Fact]
    public void Read_FullRecord_FillsEveryField()
    {
        FeedRecordResult result = Single("""
            {"state":"open","quality":"good","title":" Blue ","kinds":["box","b2"],"line":"Main Street 12a","zip":"7","town":"","place":{"name":"Leeds"},
             "cc":"gb","lat":"53.8","lon":-1.5,"hours":"24/7"}
            """);

        ServicePoint point = result.Point!;
        Assert.Empty(result.Problems);
        Assert.Equal(
            ("Shop-Blue", "b2", "locker", "Main Street", "12a", "other", "Leeds", "GB", 53.8, -1.5),
            (point.Name, point.CarrierShopType, point.GeneralShopType, point.Address.Street, point.Address.HouseNumber, point.Address.PostalCode,
                point.Address.City, point.Address.CountryCode, point.Position.Latitude, point.Position.Longitude));
        Assert.Equal(new CarrierReference("mine", "Mine", "https://mine/logo.svg", null), point.Carrier);
        Assert.Equal(OpeningTimes.RoundTheClock, point.OpeningTimes);
        Assert.Equal(TestPoints.AsOf, point.RefreshedAt);
        Assert.Matches("^derived-[0-9a-f]{16}$", point.CarrierServicePointId);
    }

    [Theory]
    [InlineData("\"state\":\"closed\"", FeedProblemKind.Skipped, null, "it is closed", "closed")]
    [InlineData("\"state\":\"tmp3\"", FeedProblemKind.Skipped, null, "it is closed", "tmp3")]
    [InlineData("\"state\":\" \"", FeedProblemKind.Skipped, null, "it has no state", null)]
    [InlineData("\"cc\":null", FeedProblemKind.Rejected, "country_code", "is missing", null)]
    [InlineData("\"cc\":\"UK\"", FeedProblemKind.Rejected, "country_code", "country code", "UK")]
    [InlineData("\"lat\":\"\"", FeedProblemKind.Rejected, "latitude", "is missing", null)]
    [InlineData("\"lat\":\"52,1\"", FeedProblemKind.Rejected, "latitude", "is not a number", "52,1")]
    [InlineData("\"lat\":\"NaN\"", FeedProblemKind.Rejected, "latitude", "-90 to 90", "NaN")]
    [InlineData("\"lon\":180.5", FeedProblemKind.Rejected, "longitude", "-180 to 180", "180.5")]
    [InlineData("\"lon\":\"1e999\"", FeedProblemKind.Rejected, "longitude", "-180 to 180", "1e999")]
    [InlineData("\"lat\":0,\"lon\":\"0.00\"", FeedProblemKind.Rejected, "latitude", "0, 0", null)]
    [InlineData("\"kinds\":[\"igloo\"]", FeedProblemKind.Warning, "general_shop_type", "lookup table", "igloo")]
    [InlineData("\"quality\":\"bad\"", FeedProblemKind.Warning, "latitude", "it is rough", "bad")]
    [InlineData("\"hours\":\"whenever\"", FeedProblemKind.Warning, "opening_times", "not understood", "whenever")]
    [InlineData("\"town\":{\"a\":1}", FeedProblemKind.Warning, "city", "neither a text nor a number", "{\"a\":1}")]
    public void Read_SomethingWrong_IsExplained(string change, FeedProblemKind kind, string? field, string reason, string? value)
    {
        // A repeated key counts as its last value.
        FeedRecordResult result = Single($$"""{"state":"open","quality":"good","cc":"GB","lat":53.8,"lon":-1.5,{{change}}}""");

        FeedProblem problem = Assert.Single(result.Problems);
        Assert.Equal((kind, field, value, 1L), (problem.Kind, problem.Field, problem.Value, problem.Record));
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.Equal(kind == FeedProblemKind.Warning, result.Point is not null);
    }

    [Fact]
    public void Read_TextOfABrowser_IsMadePlainAndReported()
    {
        const string Html = """, "name": { "path": "title", "html": true }, "city": { "path": "town", "upper": true }, "postal_code": { "path": "zip", "pad": 5 }""";

        FeedRecordResult result = Single("""{"title":"v&Atilde;&curren;ljas<br>","town":"Võru","zip":"3228","lat":1,"lon":2}""", ProfileWith(Html));

        Assert.Equal(("väljas", "VÕRU", "03228"), (result.Point!.Name, result.Point.Address.City, result.Point.Address.PostalCode));
        Assert.Equal(["name", "postal_code"], result.Problems.Select(static problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_NumberInsideTheStreet_IsTakenOutAndReported()
    {
        FeedRecordResult result = Single(
            """{"line":"Upės g. 21","lat":1,"lon":2}""", ProfileWith(""", "street": "line", "house_number": "no" """, """ "split_street": true, """));

        Assert.Equal(("Upės g.", "21"), (result.Point!.Address.Street, result.Point.Address.HouseNumber));
        Assert.Equal("Upės g. 21", Assert.Single(result.Problems).Value);
    }

    [Theory]
    [InlineData("46.22764", "2.21375", true)]
    [InlineData("46.227638", "2.213749", true)]
    [InlineData("46.2277", "2.2137", false)]
    public void Read_PositionThatStandsForNone_IsRejected(string latitude, string longitude, bool isRejected)
    {
        string profile = ProfileWith("", """ "placeholder_positions": [{ "latitude": 46.227638, "longitude": 2.213749 }], """);

        FeedRecordResult result = Single($$"""{"lat":{{latitude}},"lon":"{{longitude}}"}""", profile);

        Assert.Equal(isRejected, result.Point is null);
    }

    [Fact]
    public void Read_FeedWithoutPositions_RejectsRecordByRecord()
    {
        string profile = ProfileWith("", position: "");

        FeedRecordResult result = Single("""{"title":"Blue"}""", profile);

        FeedProblem problem = Assert.Single(result.Problems);
        Assert.Equal((FeedProblemKind.Rejected, "latitude"), (problem.Kind, problem.Field));
        Assert.Contains("no positions", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("52,0907", "5,1214")]
    [InlineData("52.0907", "5.1214")]
    public void Read_DecimalCommas_AreNumbers(string latitude, string longitude)
    {
        string profile = ProfileWith("", position: """, "latitude": { "path": "lat", "decimal_comma": true }, "longitude": { "path": "lon", "decimal_comma": true } """);

        FeedRecordResult result = Single($$"""{"lat":"{{latitude}}","lon":"{{longitude}}"}""", profile);

        Assert.Equal(new GeoPoint { Latitude = 52.0907, Longitude = 5.1214 }, result.Point!.Position);
    }

    [Theory]
    [InlineData("PARCEL LOCKER", "locker", 0)]
    [InlineData("bank; Post Office", "post_office", 0)]
    [InlineData("igloo;tent", null, 1)]
    public void Read_LookupOfAListInAnyCase_TakesTheFirstItemThatIsKnown(string value, string? kind, int problems)
    {
        const string Lookup = """, "general_shop_type": { "path": "kind", "lookup": { "parcel locker": "locker", "post office": "post_office" }, "split": ";", "ignore_case": true }""";

        FeedRecordResult result = Single($$"""{"kind":"{{value}}","lat":1,"lon":2}""", ProfileWith(Lookup));

        Assert.Equal((kind, problems), (result.Point!.GeneralShopType, result.Problems.Count));
    }

    [Fact]
    public void Read_LookupWithAnEmptyOtherwise_IsAbsentWithoutAProblem()
    {
        const string Lookup = """, "general_shop_type": { "first": [{ "path": "kind", "lookup": { "box": "locker" }, "otherwise": "" }, { "constant": "servicepoint" }] }""";

        FeedRecordResult result = Single("""{"kind":"igloo","lat":1,"lon":2}""", ProfileWith(Lookup));

        Assert.Equal("servicepoint", result.Point!.GeneralShopType);
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("""{"a":{"tags":{"name":"in"}},"lat":1,"lon":2}""", "in")]
    [InlineData("""{"a":{"name":"out"},"lat":1,"lon":2}""", "out")]
    [InlineData("""{"a":{"tags":{},"name":"out"},"lat":1,"lon":2}""", "")]
    public void Read_PathWithAKeyThatMayBeMissing_PassesItOver(string record, string name) =>
        Assert.Equal(name, Single(record, ProfileWith(""", "name": "a.tags?.name" """)).Point!.Name);

    [Fact]
    public void Read_TerritoryByItsPostalCode_HasItsOwnCountry()
    {
        string profile = ProfileWith(""", "postal_code": "zip" """, """ "territories": true, """).Replace("\"LT\"", "\"FR\"", StringComparison.Ordinal);

        FeedRecordResult result = Single("""{"zip":"97410","lat":-21.3,"lon":55.5}""", profile);

        Assert.Equal("RE", result.Point!.Address.CountryCode);
        Assert.Equal(("country_code", "FR"), (Assert.Single(result.Problems).Field, result.Problems[0].Value));
    }

    /// <summary>A profile with the required fields and others.</summary>
    private static string ProfileWith(string fields, string keys = "", string position = """, "latitude": "lat", "longitude": "lon" """) => $$"""
        {
          "name": "mine", "format": "json", "records": "data.points", {{keys}}
          "fields": {
            "carrier_code": { "constant": "mine" }, "carrier_service_point_id": { "constant": "1" }, "country_code": { "constant": "LT" }{{position}}{{fields}}
          }
        }
        """;

    private static FeedRecordResult Single(string record, string profileJson = Profile)
    {
        using var folder = new TestFolder();
        string path = folder.Write("feed.json", $$$"""{"data":{"points":[{{{record}}}]}}""");
        FeedProfile profile = FeedProfileReader.Parse(profileJson, "mine.json");
        CarrierCatalogue carriers = profile.Carriers.Aggregate(CarrierCatalogue.Empty, static (catalogue, carrier) => catalogue.With(carrier));
        return Assert.Single(new FeedReader(path, profile, carriers, TestPoints.AsOf).Read());
    }
}

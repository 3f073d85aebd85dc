using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class FeedProfileReaderTests
{
    private const string Minimal = """
        {
          "name": "mine",
          "format": "json",
          "fields": {
            "carrier_code": { "constant": "mine" },
            "carrier_service_point_id": "id",
            "country_code": "country",
            "latitude": "lat",
            "longitude": "lon"
          }
        }
        """;

    [Fact]
    public void Parse_MinimalProfile_IsRead()
    {
        FeedProfile profile = FeedProfileReader.Parse(Minimal, "mine.json");

        Assert.Equal(("mine", FeedFormat.Json), (profile.Name, profile.Format));
    }

    [Theory]
    [InlineData("format", "\"xml\"", "\"format\"")]
    [InlineData("formt", "\"json\"", "\"formt\"")]
    [InlineData("name", "5", "\"name\"")]
    [InlineData("name", "\"\"", "\"name\"")]
    [InlineData("encoding", "\"klingon\"", "\"encoding\"")]
    [InlineData("delimiter", "\";\"", "\"delimiter\"")]
    [InlineData("records", "7", "\"records\"")]
    [InlineData("recognized_by", "\"id\"", "\"recognized_by\"")]
    [InlineData("trim", "\"yes\"", "\"trim\"")]
    [InlineData("carriers", "[{\"code\":\"x\",\"freshness_days\":-1}]", "\"carriers[0].freshness_days\"")]
    [InlineData("carriers", "[{\"code\":\"x\",\"colour\":\"red\"}]", "\"carriers[0].colour\"")]
    [InlineData("skip", "[{\"reason\":\"r\"}]", "\"skip[0].when_any\"")]
    [InlineData("skip", "[{\"reason\":\"r\",\"when_any\":[{\"value\":\"a\"}]}]", "\"skip[0].when_any[0]\"")]
    [InlineData("skip", "[{\"reason\":\"r\",\"when_any\":[{\"value\":\"a\",\"matches\":\"(\"}]}]", "\"skip[0].when_any[0].matches\"")]
    [InlineData("warn", "[{\"field\":\"colour\",\"reason\":\"r\",\"when_any\":[]}]", "\"warn[0].field\"")]
    [InlineData("opening_times", "[{\"dialect\":\"klingon\",\"path\":\"h\"}]", "\"opening_times[0].dialect\"")]
    [InlineData("opening_times", "[{\"dialect\":\"day_objects\",\"path\":\"h\",\"day\":\"d\",\"days\":{\"Mo\":\"mond\"},\"ranges\":[]}]", "\"opening_times[0].days.Mo\"")]
    [InlineData("fields.colour", "\"c\"", "\"fields.colour\"")]
    [InlineData("fields.latitude", "null", "\"fields.latitude\"")]
    [InlineData("fields.street", "{\"path\":\"a\",\"constant\":\"b\"}", "\"fields.street\"")]
    [InlineData("fields.street", "{\"path\":\"a\",\"regex\":\"[\"}", "\"fields.street.regex\"")]
    [InlineData("fields.street", "{\"path\":\"a\",\"regex\":\"(a)\",\"group\":2}", "\"fields.street.group\"")]
    [InlineData("fields.street", "{\"path\":\"a\",\"group\":1}", "\"fields.street.group\"")]
    [InlineData("fields.street", "{\"path\":\"a\",\"otherwise\":\"b\"}", "\"fields.street.otherwise\"")]
    [InlineData("fields.street", "{\"first\":[\"a\",{\"path\":\"b\",\"lokup\":{}}]}", "\"fields.street.first[1].lokup\"")]
    [InlineData("fields.street", "{\"join\":[]}", "\"fields.street.join\"")]
    [InlineData("fields.street", "{\"path\":\"a\",\"split\":\";\"}", "\"fields.street.split\"")]
    [InlineData("fields.street", "{\"path\":\"a\",\"lookup\":{\"A\":\"x\",\"a\":\"y\"},\"ignore_case\":true}", "\"fields.street.lookup.a\"")]
    [InlineData("fields.street", "{\"latitude_of\":\"a..b\"}", "\"fields.street.latitude_of\"")]
    [InlineData("fields.street", "{\"country_at\":[\"lat\"]}", "\"fields.street.country_at\"")]
    [InlineData("fields.street", "17", "\"fields.street\"")]
    public void Parse_Mistake_IsRefusedWithTheKey(string key, string value, string named)
    {
        var json = (JsonObject)JsonNode.Parse(Minimal)!;
        JsonObject target = json;
        string name = key;
        if (key.StartsWith("fields.", StringComparison.Ordinal))
        {
            target = (JsonObject)json["fields"]!;
            name = key["fields.".Length..];
        }

        target[name] = JsonNode.Parse(value);

        var exception = Assert.Throws<FeedException>(() => FeedProfileReader.Parse(json.ToJsonString(), "mine.json"));

        Assert.StartsWith("mine.json: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [InlineData("carrier_code")]
    [InlineData("carrier_service_point_id")]
    [InlineData("country_code")]
    [InlineData("latitude")]
    [InlineData("longitude")]
    public void Parse_WithoutARequiredField_IsRefusedWithItsName(string field)
    {
        var json = (JsonObject)JsonNode.Parse(Minimal)!;
        ((JsonObject)json["fields"]!).Remove(field);

        var exception = Assert.Throws<FeedException>(() => FeedProfileReader.Parse(json.ToJsonString(), "mine.json"));

        Assert.Contains($"\"fields.{field}\" is missing", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"name\":\"a\",")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}")]
    public void Parse_NoProfileAtAll_IsRefused(string json) =>
        Assert.StartsWith("mine.json: ", Assert.Throws<FeedException>(() => FeedProfileReader.Parse(json, "mine.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void BuiltInProfiles_AreAllSoundAndNamedLikeTheirFiles() =>
        Assert.Equal(
            Directory.GetFiles(Repository.File("src/SpatialIndex.ServicePoints/Feeds/Profiles")).Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
            FeedProfiles.All.Select(static profile => profile.Name));
}

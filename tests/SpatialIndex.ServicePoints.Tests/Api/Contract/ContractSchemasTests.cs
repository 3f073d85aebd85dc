using System.Text.Json.Nodes;

namespace SpatialIndex.ServicePoints.Tests.Api.Contract;

public class ContractSchemasTests
{
    private const string List = "/api/v3/service-points";
    private const string Point = "/api/v3/service-points/1000001";
    private const string Availability = "/api/v3/service-points/1000001/check-availability";

    [SkippableFact]
    public void Validate_EveryExampleOfTheContract_IsValid()
    {
        var schemas = new ContractSchemas();
        int examples = 0;
        foreach ((string path, JsonNode? item) in ContractDocument.Read()["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject().Where(static entry => entry.Value is JsonObject))
            {
                foreach ((string status, JsonNode? response) in operation!["responses"]!.AsObject())
                {
                    foreach ((_, JsonNode? example) in response!["content"]!["application/json"]!["examples"]!.AsObject())
                    {
                        schemas.Validate(
                            new HttpMethod(method.ToUpperInvariant()),
                            $"/api/v3{path.Replace("{service_point_id}", "1", StringComparison.Ordinal)}",
                            int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
                            example!["value"]!.ToJsonString());
                        examples++;
                    }
                }
            }
        }

        Assert.Equal(18, examples);
    }

    [SkippableTheory]
    [InlineData("/data/geocoding", null)]
    [InlineData("/data/geocoding/precision", "null")]
    [InlineData("/data/geocoding/precision", "\"rooftop\"")]
    [InlineData("/data/geocoding/other", "1")]
    [InlineData("/data/results/0/distance", null)]
    [InlineData("/data/results/0/distance", "null")]
    [InlineData("/data/results/0/distance", "85.5")]
    [InlineData("/data/results/0/id", "\"1000001\"")]
    [InlineData("/data/results/0/name", "null")]
    [InlineData("/data/results/0/refreshed_at", "\"2026-03-11T09:00:00+01:00\"")]
    [InlineData("/data/results/0/general_shop_type", "null")]
    [InlineData("/data/results/0/general_shop_type", "\"kiosk\"")]
    [InlineData("/data/results/0/carrier/logo_url", "null")]
    [InlineData("/data/results/0/carrier/logo_url", "\"no address\"")]
    [InlineData("/data/results/0/carrier/other", "1")]
    [InlineData("/data/results/0/contact/email", "null")]
    [InlineData("/data/results/0/next_open_at", "null")]
    [InlineData("/data/results/0/next_open_at", "\"2026-03-11T09:00:00Z\"")]
    [InlineData("/data/results/0/next_open_at", "\"2026-03-11T09:00:00.0+01:00\"")]
    [InlineData("/data/results/0/next_open_at", "\"Wednesday, 09:00\"")]
    [InlineData("/data/results/0/opening_times/monday", "null")]
    [InlineData("/data/results/0/opening_times/monday", "[]")]
    [InlineData("/data/results/0/opening_times/monday", null)]
    [InlineData("/data/results/0/opening_times/monday/0/end_time", "\"24:00\"")]
    [InlineData("/data/results/0/opening_times/monday/0/start_time", "\"24:00\"")]
    [InlineData("/data/results/0/opening_times/monday/0/start_time", "\"9:00\"")]
    [InlineData("/data/other", "1")]
    [InlineData("/other", "1")]
    public void Problems_ChangedList_AreThoseOfTheChange(string place, string? value)
    {
        string[] allowed =
        [
            "/data/geocoding/precision null", "/data/results/0/distance null", "/data/results/0/general_shop_type null", "/data/results/0/carrier/logo_url null",
            "/data/results/0/next_open_at null", "/data/results/0/opening_times/monday null", "/data/results/0/opening_times/monday/0/end_time \"24:00\"",
        ];
        JsonNode body = Example(ContractDocument.Read()["paths"]!["/service-points"]!["get"]!, 200, "ServicePointList");
        Change(body, place, value);

        IReadOnlyList<string> problems = new ContractSchemas().Problems(HttpMethod.Get, List, 200, body.ToJsonString());

        Assert.Equal(allowed.Contains($"{place} {value}"), problems.Count == 0);
    }

    [SkippableTheory]
    [InlineData("GET", List, 200, """{"data":{"results":[],"geocoding":null}}""", true)]
    [InlineData("GET", List, 200, """{"data":{"results":[],"geocoding":null,"geocoding":null}}""", false)]
    [InlineData("GET", List, 200, """{"data":{"results":[],"geocoding":null}""", false)]
    [InlineData("GET", List, 200, """{"results":[],"geocoding":null}""", false)]
    [InlineData("GET", Point, 200, """{"data":{"results":[],"geocoding":null}}""", false)]
    [InlineData("POST", Availability, 200, """{"data":{"is_available":true}}""", true)]
    [InlineData("POST", Availability, 200, """{"data":{"is_available":"true"}}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"invalid","detail":"x","source":{"parameter":"limit"}}]}""", true)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":null,"detail":"x"}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"bad","detail":"x"}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"404","code":"invalid","detail":"x"}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":400,"code":"invalid","detail":"x"}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"invalid","detail":""}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"invalid"}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"invalid","detail":"x","source":null}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"invalid","detail":"x","source":{}}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"invalid","detail":"x","source":{"parameter":""}}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[{"status":"400","code":"invalid","detail":"x","source":{"field":"limit"}}]}""", false)]
    [InlineData("GET", List, 400, """{"errors":[]}""", false)]
    [InlineData("GET", List, 400, """{"errors":{}}""", false)]
    [InlineData("GET", List, 400, "{}", false)]
    [InlineData("GET", List, 503, """{"errors":[{"status":"503","code":null,"detail":"x"}]}""", true)]
    [InlineData("GET", List, 503, """{"errors":[{"status":"503","code":"null","detail":"x"}]}""", false)]
    [InlineData("GET", Point, 404, """{"errors":[{"status":"404","code":"not_found","detail":"x"}]}""", true)]
    [InlineData("GET", "/nowhere", 404, """{"errors":[{"status":"404","code":"not_found","detail":"x"}]}""", true)]
    [InlineData("DELETE", Point, 405, """{"errors":[{"status":"405","detail":"x"}]}""", false)]
    public void Problems_Body_AreFound(string method, string path, int status, string body, bool isValid) =>
        Assert.Equal(isValid, new ContractSchemas().Problems(new HttpMethod(method), path, status, body).Count == 0);

    [SkippableFact]
    public void Problems_DistanceOfASinglePoint_IsOne()
    {
        JsonNode body = Example(ContractDocument.Read()["paths"]!["/service-points/{service_point_id}"]!["get"]!, 200, "ServicePointDetail");
        Assert.Empty(new ContractSchemas().Problems(HttpMethod.Get, Point, 200, body.ToJsonString()));

        body["data"]!["distance"] = null;

        Assert.NotEmpty(new ContractSchemas().Problems(HttpMethod.Get, Point, 200, body.ToJsonString()));
    }

    private static JsonNode Example(JsonNode operation, int status, string name) =>
        operation["responses"]![$"{status}"]!["content"]!["application/json"]!["examples"]![name]!["value"]!;

    /// <summary>Sets what a JSON pointer names to a JSON text, or removes it.</summary>
    private static void Change(JsonNode body, string place, string? value)
    {
        string[] steps = place.Split('/')[1..];
        JsonNode parent = steps[..^1].Aggregate(body, static (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        if (value is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }
    }
}

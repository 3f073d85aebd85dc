using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.Extensions.DependencyInjection;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>What the server says of itself is what it does.</summary>
public sealed class OpenApiDocumentTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private ServerUnderTest _server = null!;
    private JsonObject _document = null!;

    public async Task InitializeAsync()
    {
        TestPoints.BuildSnapshot(_folder, TestPoints.Random(200, seed: 1)).Dispose();
        _server = await ServerUnderTest.StartAsync(new ServerOptions { SnapshotPath = _folder["points.snapshot"] }, new SettableClock(TestPoints.AsOf), static services => services.AddSingleton<IGeocoder>(new NoGeocoder()));
        _document = JsonNode.Parse(await _server.Client.GetStringAsync("/openapi.json"))!.AsObject();
    }

    [Fact]
    public void Document_ParametersOfTheList_AreThoseThatAreRead()
    {
        JsonArray parameters = _document["paths"]!["/api/v3/service-points"]!["get"]!["parameters"]!.AsArray();

        Assert.Equal(ParameterNames.All, parameters.Select(static parameter => (string)parameter!["name"]!));
        Assert.All(parameters, static parameter => Assert.Equal(ParameterNames.IsList((string)parameter!["name"]!), (string?)parameter["schema"]!["type"] == "array"));
    }

    [Theory]
    [InlineData("GET", "/api/v3/service-points", "?country_code=FR&carrier_code=carrier1&latitude=45&longitude=2&limit=50", 200)]
    [InlineData("GET", "/api/v3/service-points", "?country_code=FR&carrier_code=carrier1&limit=50", 200)]
    [InlineData("GET", "/api/v3/service-points", "?limit=x", 400)]
    [InlineData("GET", "/api/v3/service-points", "?country_code=FR&carrier_code=carrier1&address=x", 503)]
    [InlineData("GET", "/api/v3/service-points/{service_point_id}", "5000000", 200)]
    [InlineData("GET", "/api/v3/service-points/{service_point_id}", "1", 404)]
    [InlineData("POST", "/api/v3/service-points/{service_point_id}/check-availability", "5000000", 200)]
    [InlineData("GET", "/health/live", "", 200)]
    [InlineData("GET", "/health/ready", "", 200)]
    public async Task Document_BodyOfAnAnswer_HasItsSchema(string method, string path, string value, int status)
    {
        string address = path.Contains('{', StringComparison.Ordinal) ? path.Replace("{service_point_id}", value, StringComparison.Ordinal) : path + value;
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using HttpResponseMessage response = await _server.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        JsonNode schema = _document["paths"]![path]![method.ToLowerInvariant()]!["responses"]![$"{status}"]!["content"]!["application/json"]!["schema"]!;
        EvaluationResults results = SchemaOf(schema).Evaluate(
            JsonNode.Parse(await response.Content.ReadAsStringAsync()), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join('\n', results.Details.Where(static detail => detail.HasErrors).Select(static detail => $"{detail.InstanceLocation} {string.Join(' ', detail.Errors!.Values)}")));
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public void Dispose() => _folder.Dispose();

    private JsonSchema SchemaOf(JsonNode schema)
    {
        JsonObject root = schema.DeepClone().AsObject();
        root["$defs"] = _document["components"]!["schemas"]!.DeepClone();
        return JsonSchema.FromText(root.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    private sealed class NoGeocoder : IGeocoder
    {
        public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken) => ValueTask.FromResult(GeocodingAnswer.Unavailable);
    }
}

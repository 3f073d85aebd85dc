using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Tests.Api.Contract;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>The shared contract cases, through an <see cref="HttpClient"/> with the handler.</summary>
public class ContractCaseTests(ContractFixture fixture) : IClassFixture<ContractFixture>
{
    private static readonly Lazy<ContractSchemas> Schemas = new();

    public static TheoryData<string> Names() => ContractCases.All.Count == 0 ? ["(no shared folder)"] : [.. ContractCases.All.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Handler_AnswersAsTheCaseSays(string name)
    {
        Repository.Shared("contract/cases.json");
        JsonElement entry = ContractCases.All[name];
        var host = new CaseHost(entry);
        var engine = new ServicePointsEngine(fixture.Snapshot, host.EngineOptions);
        using var client = new HttpClient(new ServicePointsHandler(engine, host));

        HttpRequestMessage request = CaseRequest.Of(entry, new Uri("https://service-points.example"));
        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        string text = await response.Content.ReadAsStringAsync();
        using JsonDocument body = JsonDocument.Parse(text);
        CaseExpectation.Check(entry.GetProperty("expect"), response, body.RootElement);
        Schemas.Value.Validate(request.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode, text);
        Assert.InRange(host.GeocoderCalls, 0, 1);
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>The shared contract cases, through an <see cref="HttpClient"/> with the handler.</summary>
public class ContractCaseTests(ContractFixture fixture) : IClassFixture<ContractFixture>
{
    public static TheoryData<string> Names() => ContractFixture.Cases.Count == 0 ? ["(no shared folder)"] : [.. ContractFixture.Cases.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Handler_AnswersAsTheCaseSays(string name)
    {
        Repository.Shared("contract/cases.json");
        JsonElement entry = ContractFixture.Cases[name];
        var host = new CaseHost(entry);
        var engine = new ServicePointsEngine(fixture.Snapshot, host.EngineOptions);
        using var client = new HttpClient(new ServicePointsHandler(engine, host));

        using HttpResponseMessage response = await client.SendAsync(Request(entry));

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        CaseExpectation.Check(entry.GetProperty("expect"), response, body.RootElement);
        Assert.InRange(host.GeocoderCalls, 0, 1);
    }

    private static HttpRequestMessage Request(JsonElement entry)
    {
        string query = string.Join('&', entry.GetProperty("query").EnumerateArray()
            .Select(static pair => $"{Uri.EscapeDataString(pair[0].GetString()!)}={Uri.EscapeDataString(pair[1].GetString()!)}"));
        var request = new HttpRequestMessage(
            new HttpMethod(entry.GetProperty("method").GetString()!), $"https://service-points.example{entry.GetProperty("path").GetString()}?{query}");
        request.Headers.Authorization = (entry.TryGetProperty("auth", out JsonElement auth) ? auth.GetString() : "basic") switch
        {
            "none" => null,
            "oauth2" => new AuthenticationHeaderValue("Bearer", CaseHost.Token),
            "wrong" => Basic("wrong"),
            _ => Basic(CaseHost.SecretKey),
        };
        return request;
    }

    private static AuthenticationHeaderValue Basic(string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{CaseHost.PublicKey}:{secret}")));
}

using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpatialIndex.AspNetCore.Accounts;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Tests.Api;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>The shared contract cases over a socket, with keys of a keys file and with tokens issued for them.</summary>
public class ContractCaseTests(ContractFixture fixture) : IClassFixture<ContractFixture>
{
    public static TheoryData<string> Names() => ContractCases.All.Count == 0 ? ["(no shared folder)"] : [.. ContractCases.All.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public Task Server_WithAKey_AnswersAsTheCaseSays(string name) => CheckAsync(name, withToken: false);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public Task Server_WithAToken_AnswersAsTheCaseSays(string name) => CheckAsync(name, withToken: true);

    /// <param name="name">The case.</param>
    /// <param name="withToken">Whether a token takes the place of the right key.</param>
    private async Task CheckAsync(string name, bool withToken)
    {
        Repository.Shared("contract/cases.json");
        JsonElement entry = ContractCases.All[name];
        var host = new CaseHost(entry);
        ServicePointsEngineOptions engine = host.EngineOptions;
        using var folder = new TestFolder();
        KeysFile.Write(folder["keys.json"], [AccountKey.Create(CaseHost.PublicKey, CaseHost.SecretKey, host.Find(CaseHost.Account))]);
        var options = new ServerOptions { SnapshotPath = fixture.Path, KeysPath = folder["keys.json"] };
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(options, engine.Clock, services => services.AddSingleton<IGeocoder>(host));
        string token = await server.TokenAsync(CaseHost.PublicKey, CaseHost.SecretKey);
        using HttpRequestMessage request = CaseRequest.Of(entry, server.Client.BaseAddress!, token);
        if (withToken && request.Headers.Authorization?.Parameter == CaseRequest.Basic(CaseHost.SecretKey).Parameter)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using HttpResponseMessage response = await server.Client.SendAsync(request);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        CaseExpectation.Check(entry.GetProperty("expect"), response, body.RootElement);
        Assert.InRange(host.GeocoderCalls, 0, 1);
    }
}

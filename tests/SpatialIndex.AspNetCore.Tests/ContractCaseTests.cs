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

    /// <summary>The binary that the variable <c>SPATIALINDEX_BINARY</c> names. A geocoder that gives a case's answer can only be had in process.</summary>
    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Binary_WithAKeyAndWithAToken_AnswersAsTheCaseSays(string name)
    {
        string? binary = Environment.GetEnvironmentVariable("SPATIALINDEX_BINARY");
        Skip.If(string.IsNullOrEmpty(binary), "SPATIALINDEX_BINARY names no binary.");
        Repository.Shared("contract/cases.json");
        JsonElement entry = ContractCases.All[name];
        Skip.If(entry.TryGetProperty("geocoder", out _), "The case needs a geocoder of its own.");
        using var folder = new TestFolder();
        KeysFile.Write(folder["keys.json"], [AccountKey.Create(CaseHost.PublicKey, CaseHost.SecretKey, new CaseHost(entry).Find(CaseHost.Account))]);
        using var server = BinaryServer.Start(binary!, "--snapshot", fixture.Path, "--keys", folder["keys.json"], "--now", entry.GetProperty("now").GetString()!);

        await AskAsync(entry, server.Client, withToken: false);
        await AskAsync(entry, server.Client, withToken: true);
    }

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
        await AskAsync(entry, server.Client, withToken);

        Assert.InRange(host.GeocoderCalls, 0, 1);
    }

    /// <summary>Sends a case's request and checks the answer.</summary>
    private static async Task AskAsync(JsonElement entry, HttpClient client, bool withToken)
    {
        string token = await Tokens.IssueAsync(client, CaseHost.PublicKey, CaseHost.SecretKey);
        using HttpRequestMessage request = CaseRequest.Of(entry, client.BaseAddress!, token);
        if (withToken && request.Headers.Authorization?.Parameter == CaseRequest.Basic(CaseHost.SecretKey).Parameter)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        CaseExpectation.Check(entry.GetProperty("expect"), response, body.RootElement);
    }
}

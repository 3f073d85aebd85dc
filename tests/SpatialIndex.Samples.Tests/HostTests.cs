using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpatialIndex.AspNetCore;
using SpatialIndex.AspNetCore.Accounts;
using SpatialIndex.ServicePoints.Api;

namespace SpatialIndex.Samples.Tests;

/// <summary>The lines by which hosts take the library in, as the documentation shows them.</summary>
public sealed class HostTests : IDisposable
{
    private const string Query = "service-points?country_code=FR&carrier_code=counter&latitude=45.7640&longitude=4.8357&limit=1";

    private readonly TestFolder _folder = new();

    public HostTests() => SampleSnapshot.Build(_folder["points.snapshot"], SampleSnapshot.NeverExpired, "collection_counters.ndjson");

    [Fact]
    public async Task HttpClientOfAHost_WithTheHandler_IsAnsweredInTheProcess()
    {
        string snapshotPath = _folder["points.snapshot"];
        var services = new ServiceCollection();
        services.AddServicePoints(options => options.SnapshotPath = snapshotPath);
        services.AddHttpClient("service-points").ConfigurePrimaryHttpMessageHandler<ServicePointsHandler>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("service-points");

        string body = await client.GetStringAsync($"https://panel.sendcloud.sc/api/v3/{Query}");

        Assert.Contains("\"name\":\"Counter Presqu'île\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplicationOfOnesOwn_WithTheServer_AnswersTheContract()
    {
        string snapshotPath = _folder["points.snapshot"];
        string keysPath = _folder["keys.json"];
        KeysFile.Write(keysPath, [AccountKey.Create("shop", "secret", integration: null)]);
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddServicePointsServer(new ServerOptions { SnapshotPath = snapshotPath, KeysPath = keysPath });
        WebApplication app = builder.Build();
        app.MapServicePoints();
        await app.StartAsync();
        using HttpClient client = app.GetTestClient();

        HttpStatusCode unknown = (await client.GetAsync($"/api/v3/{Query}")).StatusCode;
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("shop:secret"u8));
        string body = await client.GetStringAsync($"/api/v3/{Query}");

        Assert.Equal(HttpStatusCode.Unauthorized, unknown);
        Assert.Contains("\"name\":\"Counter Presqu'île\"", body, StringComparison.Ordinal);
        await app.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();
}

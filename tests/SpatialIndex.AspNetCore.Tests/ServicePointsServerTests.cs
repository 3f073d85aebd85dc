using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpatialIndex.AspNetCore.Accounts;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>What the server adds to the contract.</summary>
public sealed class ServicePointsServerTests : IDisposable
{
    private const string List = "/api/v3/service-points?country_code=NL&carrier_code=dhl&latitude=51.4&longitude=5.4";

    private readonly TestFolder _folder = new();
    private readonly SettableClock _clock = new(TestPoints.AsOf);

    public ServicePointsServerTests() => Build("A");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Get_CompressionAskedFor_IsCompressed(string encoding)
    {
        await using ServerUnderTest server = await StartAsync();
        string plain = await server.Client.GetStringAsync(List);

        using HttpResponseMessage response = await server.GetAsync(List, ("Accept-Encoding", encoding));

        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Stream content = await response.Content.ReadAsStreamAsync();
        await using Stream decoded = encoding == "br" ? new BrotliStream(content, CompressionMode.Decompress) : new GZipStream(content, CompressionMode.Decompress);
        using var reader = new StreamReader(decoded);
        Assert.Equal(plain, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Get_TagOfTheSameBody_IsNotModified()
    {
        await using ServerUnderTest server = await StartAsync();
        using HttpResponseMessage first = await server.GetAsync(List);

        using HttpResponseMessage second = await server.GetAsync(List, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Get_TagOfABodyThatTimeChanged_IsAnswered()
    {
        const string byIdentifier = "/api/v3/service-points?country_code=NL&carrier_code=dhl&carrier_service_point_id=A";
        await using ServerUnderTest server = await StartAsync();
        using HttpResponseMessage first = await server.GetAsync(byIdentifier);
        _clock.Now += TimeSpan.FromDays(100);

        using HttpResponseMessage second = await server.GetAsync(byIdentifier, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Contains("\"is_expired\":true", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_OfAList_HasTheLengthAndNoBody()
    {
        await using ServerUnderTest server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, List);

        using HttpResponseMessage head = await server.Client.SendAsync(request);

        Assert.Equal((await server.Client.GetByteArrayAsync(List)).Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v3/service-points/1/../../../../etc/passwd")]
    [InlineData("/api/v3/service-points%00")]
    [InlineData("/api/v3/service-points%2F1")]
    public async Task Get_PathOfNothing_IsTheContractsError(string path)
    {
        await using ServerUnderTest server = await StartAsync();

        using HttpResponseMessage response = await server.GetAsync(path);

        Assert.InRange((int)response.StatusCode, 400, 404);
    }

    [Fact]
    public async Task Get_QueryBeyondTheLimit_IsRefused()
    {
        await using ServerUnderTest server = await StartAsync();

        using HttpResponseMessage response = await server.GetAsync($"{List}&x={new string('x', 20_000)}");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Theory]
    [InlineData("GET /api/v3/service%2Dpoints?country_code=NL&carrier_code=dhl HTTP/1.1", "HTTP/1.1 404")]
    [InlineData("GET /api/v3/x/../service-points?country_code=NL&carrier_code=dhl HTTP/1.1", "HTTP/1.1 404")]
    [InlineData("GET http://127.0.0.1/api/v3/service-points?country_code=NL&carrier_code=dhl HTTP/1.1", "HTTP/1.1 200")]
    [InlineData("GET /api/v3/service-points?country_code=NL\0 HTTP/1.1", "HTTP/1.1 400")]
    [InlineData("GET /api/v3/service-points HTTP/9.9", "HTTP/1.1 505")]
    public async Task Get_RequestLineAsItCame_IsNotReadAsAnother(string requestLine, string status)
    {
        await using ServerUnderTest server = await StartAsync();

        string answer = await server.SendRawAsync($"{requestLine}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        Assert.StartsWith(status, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HeadersBeyondTheLimit_AreRefused()
    {
        await using ServerUnderTest server = await StartAsync();

        using HttpResponseMessage response = await server.GetAsync(List, ("X-Long", new string('x', 40_000)));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Post_BodyBeyondTheLimit_IsRefused()
    {
        await using ServerUnderTest server = await StartWithKeyAsync();

        using HttpResponseMessage response = await Tokens.AskAsync(server.Client, "key", new string('x', 100_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Get_MoreThanTheAccountMay_IsThrottled()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { SnapshotPath = _folder["points.snapshot"], RequestsPerMinute = 2 }, _clock);
        (await server.GetAsync(List)).Dispose();
        (await server.GetAsync(List)).Dispose();

        using HttpResponseMessage third = await server.GetAsync(List);

        Assert.Equal((HttpStatusCode)429, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal("""{"errors":[{"status":"429","code":"throttled","detail":"Too many requests. Try again later."}]}""", await third.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_SomethingBreaks_TellsTheClientNoMore()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { SnapshotPath = _folder["points.snapshot"] }, _clock, static services => services.AddSingleton<IIntegrationSettings, BrokenSettings>());

        using HttpResponseMessage response = await server.GetAsync("/api/v3/service-points?country_code=NL&use_integration_carriers=true");
        using HttpResponseMessage after = await server.GetAsync(List);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("Secret of the house", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"500\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Get_AddressWithoutAGazetteer_IsFoundAmongThePoints()
    {
        await using ServerUnderTest server = await StartAsync();

        string body = await server.Client.GetStringAsync("/api/v3/service-points?country_code=NL&carrier_code=dhl&address=Kerkstraat,%20Eindhoven");

        Assert.Contains("\"formatted_address\":\"Kerkstraat, 5611 AA Eindhoven, Nederland\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AddressWithAGazetteer_IsFoundThere()
    {
        string gazetteer = _folder["nl.gazetteer"];
        Gazetteer.Build(gazetteer, [_folder.Write("NL.txt", "NL\t9999\tNergenshuizen\tGroningen\t04\t\t\t\t\t53.1\t6.5\t\n")]);
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { SnapshotPath = _folder["points.snapshot"], GazetteerPath = gazetteer }, _clock);

        string body = await server.Client.GetStringAsync("/api/v3/service-points?country_code=NL&carrier_code=dhl&address=Nergenshuizen");

        Assert.Contains("\"formatted_address\":\"Nergenshuizen, Groningen, Nederland\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OverTls_SpeaksHttp2()
    {
        using X509Certificate2 certificate = Certificate();
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { SnapshotPath = _folder["points.snapshot"] }, _clock, certificate: certificate);
        using var request = new HttpRequestMessage(HttpMethod.Get, List) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using HttpResponseMessage response = await server.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (response.StatusCode, response.Version));
    }

    [Fact]
    public async Task Limits_OfASlowClient_AreSet()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { SnapshotPath = _folder["points.snapshot"], MaxConnections = 7 }, _clock);

        KestrelServerLimits limits = server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((TimeSpan.FromSeconds(10), 7L), (limits.RequestHeadersTimeout, limits.MaxConcurrentConnections));
        Assert.NotNull(limits.MinRequestBodyDataRate);
        Assert.NotNull(limits.MinResponseDataRate);
    }

    [Theory]
    [InlineData("key", "wrong", "client_credentials", 401, "invalid_client")]
    [InlineData("nobody", "secret", "client_credentials", 401, "invalid_client")]
    [InlineData("key", "secret", "password", 400, "unsupported_grant_type")]
    public async Task Token_WrongRequest_IsRefused(string publicKey, string secretKey, string grantType, int status, string error)
    {
        await using ServerUnderTest server = await StartWithKeyAsync();

        using HttpResponseMessage response = await Tokens.AskAsync(server.Client, publicKey, secretKey, grantType);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(error, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic", "key:secret", 200)]
    [InlineData("basic", "key:secret", 200)]
    [InlineData("Basic", "key:wrong", 401)]
    [InlineData("Basic", "key", 401)]
    [InlineData("Bearer", "key:wrong", 200)]
    public async Task Token_CredentialsInTheHeaderToo_AreTakenFromBasicBeforeTheForm(string scheme, string credentials, int status)
    {
        await using ServerUnderTest server = await StartWithKeyAsync();
        server.Client.DefaultRequestHeaders.Authorization = new(scheme, Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

        using HttpResponseMessage response = await Tokens.AskAsync(server.Client, "key", "secret");

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic a2V5OnNlY3JldA")]
    [InlineData("Basic key:secret")]
    public async Task Token_HeaderThatIsNoBase64_IsRefused(string header)
    {
        await using ServerUnderTest server = await StartWithKeyAsync();
        server.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using HttpResponseMessage response = await Tokens.AskAsync(server.Client, "key", "secret");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("api", "api", 200)]
    [InlineData("api", "", 200)]
    [InlineData("api", "other", 400)]
    [InlineData("other", "", 400)]
    public async Task Token_OfAScope_IsTheContractsOrNone(string granted, string asked, int status)
    {
        await using ServerUnderTest server = await StartWithKeyAsync(AccountKey.Create("key", "secret", null) with { Scopes = [granted] });

        using HttpResponseMessage response = await Tokens.AskAsync(server.Client, "key", "secret", scope: asked);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 400, (await response.Content.ReadAsStringAsync()).Contains("invalid_scope", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_BodyThatIsNoForm_IsRefused()
    {
        await using ServerUnderTest server = await StartWithKeyAsync();
        using var json = new StringContent("{}");
        using var form = new StringContent(string.Concat(Enumerable.Repeat("a=b&", 5_000)), new MediaTypeHeaderValue("application/x-www-form-urlencoded"));

        using HttpResponseMessage noForm = await server.Client.PostAsync("/oauth2/token/", json);
        using HttpResponseMessage tooManyFields = await server.Client.PostAsync("/oauth2/token/", form);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (noForm.StatusCode, tooManyFields.StatusCode));
    }

    [Fact]
    public async Task Token_ExpiredForgedOrUnsigned_IsRefused()
    {
        await using ServerUnderTest server = await StartWithKeyAsync();
        string token = await Tokens.IssueAsync(server.Client, "key", "secret");
        string forged = new AccessTokens(_clock).Issue(KeysFile.Read(_folder["keys.json"]).Single());
        string unsigned = $"eyJhbGciOiJub25lIn0.{token.Split('.')[1]}.";

        Assert.Equal(200, await StatusAsync(server, token));
        Assert.Equal(401, await StatusAsync(server, forged));
        Assert.Equal(401, await StatusAsync(server, unsigned));
        Assert.Equal(401, await StatusAsync(server, new string('x', 9_000)));
        _clock.Now += AccessTokens.Lifetime;
        Assert.Equal(401, await StatusAsync(server, token));
    }

    [Fact]
    public async Task Keys_Revoked_AreRefusedAfterTheReloadAndSoAreTheirTokens()
    {
        await using ServerUnderTest server = await StartWithKeyAsync();
        string token = await Tokens.IssueAsync(server.Client, "key", "secret");
        KeysFile.Write(_folder["keys.json"], [AccountKey.Create("other", "secret", null)]);

        server.Services.GetRequiredService<KeyAccounts>().Reload();

        Assert.Equal(401, await StatusAsync(server, token));
        Assert.Equal(200, await StatusAsync(server, await Tokens.IssueAsync(server.Client, "other", "secret")));
    }

    [Fact]
    public async Task Keys_FileBroken_LeavesTheAccountsAsTheyWere()
    {
        await using ServerUnderTest server = await StartWithKeyAsync();
        string token = await Tokens.IssueAsync(server.Client, "key", "secret");
        KeyAccounts keys = server.Services.GetRequiredService<KeyAccounts>();
        _folder.Write("keys.json", "{");

        // The server may have come across it before.
        _ = Record.Exception(keys.Reload);

        Assert.Equal(200, await StatusAsync(server, token));
    }

    [Fact]
    public async Task Reload_GoodSnapshot_IsServedAndTheOldOneUnmapped()
    {
        await using ServerUnderTest server = await StartAsync();
        SnapshotSource source = server.Services.GetRequiredService<SnapshotSource>();
        ServedSnapshot held = source.Hold();
        Build("B");

        source.Reload();

        Assert.Contains("Point B", await server.Client.GetStringAsync(List), StringComparison.Ordinal);
        Assert.Equal(2, OpenMaps());
        held.Dispose();
        Assert.Equal(1, OpenMaps());
    }

    [Fact]
    public async Task Hold_LetGoTwice_LeavesTheSnapshotToTheOthers()
    {
        await using ServerUnderTest server = await StartAsync();
        ServedSnapshot held = server.Services.GetRequiredService<SnapshotSource>().Hold();

        held.Dispose();
        held.Dispose();

        Assert.Throws<ObjectDisposedException>(() => held.Engine);
        Assert.Contains("Point A", await server.Client.GetStringAsync(List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_SnapshotThatIsReplacedMeanwhile_AnswersAsBefore()
    {
        await using ServerUnderTest server = await StartAsync();
        SnapshotSource source = server.Services.GetRequiredService<SnapshotSource>();
        using ServedSnapshot before = source.Hold();
        Build("B");
        source.Reload();
        using ServedSnapshot after = source.Hold();

        var request = new ServicePointsRequest { CountryCode = "NL", CarrierCodes = ["dhl"] };
        Assert.Equal("Point A", (await before.Engine.ListAsync(request)).Data!.Results.Single().Name);
        Assert.Equal("Point B", (await after.Engine.ListAsync(request)).Data!.Results.Single().Name);
    }

    [Fact]
    public async Task Reload_BadSnapshot_IsRefusedShownAndTheOldOneServed()
    {
        await using ServerUnderTest server = await StartAsync();
        File.WriteAllText(_folder["new.tmp"], "no snapshot, but long enough to have a header of one");
        File.Move(_folder["new.tmp"], _folder["points.snapshot"], overwrite: true);

        server.Services.GetRequiredService<SnapshotSource>().Reload();

        Assert.Contains("Point A", await server.Client.GetStringAsync(List), StringComparison.Ordinal);
        using JsonDocument ready = JsonDocument.Parse(await server.Client.GetStringAsync("/health/ready"));
        string reason = ready.RootElement.GetProperty("refused_reload").GetProperty("reason").GetString()!;
        Assert.StartsWith("points.snapshot: ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_OfAFolder_TakesTheNewestSoundSnapshot()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { SnapshotPath = _folder.Path }, _clock);
        File.Move(_folder["points.snapshot"], _folder["first.snapshot"]);
        Build("B");
        _folder.Write("broken.snapshot", "not one");
        File.SetLastWriteTimeUtc(_folder["first.snapshot"], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(_folder["points.snapshot"], new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(_folder["broken.snapshot"], new DateTime(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc));

        server.Services.GetRequiredService<SnapshotSource>().Reload();

        Assert.Contains("Point B", await server.Client.GetStringAsync(List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_WithATrustedKey_TakesOnlyWhatItSigned()
    {
        using ECDsa trusted = SnapshotSignature.CreateKey();
        using ECDsa other = SnapshotSignature.CreateKey();
        string snapshot = _folder["points.snapshot"];
        SnapshotSignature.Sign(snapshot, trusted);
        var options = new ServerOptions { SnapshotPath = snapshot, TrustedKeyPath = _folder.Write("trusted.pem", trusted.ExportSubjectPublicKeyInfoPem()) };
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(options, _clock);
        SnapshotSource source = server.Services.GetRequiredService<SnapshotSource>();
        Build("B");

        source.Reload();
        Assert.Contains("not one of the trusted key", source.LastRefused?.Reason, StringComparison.Ordinal);
        SnapshotSignature.Sign(snapshot, other);
        source.Reload();
        Assert.Contains("not one of the trusted key", source.LastRefused?.Reason, StringComparison.Ordinal);
        File.Delete(SnapshotSignature.PathOf(snapshot));
        source.Reload();
        Assert.Contains("not signed", source.LastRefused?.Reason, StringComparison.Ordinal);
        Assert.Contains("Point A", await server.Client.GetStringAsync(List), StringComparison.Ordinal);
        SnapshotSignature.Sign(snapshot, trusted);
        source.Reload();

        Assert.Null(source.LastRefused);
        Assert.Contains("Point B", await server.Client.GetStringAsync(List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_WhileClientsAsk_FailsNoRequestAndMixesNoSnapshots()
    {
        await using ServerUnderTest server = await StartAsync();
        SnapshotSource source = server.Services.GetRequiredService<SnapshotSource>();
        string first = await server.Client.GetStringAsync(List);
        File.Copy(_folder["points.snapshot"], _folder["A"]);
        Build("B");
        File.Copy(_folder["points.snapshot"], _folder["B"]);
        source.Reload();
        string second = await server.Client.GetStringAsync(List);
        Task clients = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 200; i++)
            {
                string body = await server.Client.GetStringAsync(List);
                Assert.True(body == first || body == second, body);
            }
        })));

        for (int i = 0; !clients.IsCompleted; i++)
        {
            File.Copy(_folder[i % 2 == 0 ? "A" : "B"], _folder["next.tmp"], overwrite: true);
            File.SetLastWriteTimeUtc(_folder["next.tmp"], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(i));
            File.Move(_folder["next.tmp"], _folder["points.snapshot"], overwrite: true);
            source.Reload();

            // The clients get their turn, however few threads there are.
            await Task.Yield();
        }

        await clients;
        Assert.Equal(1, OpenMaps());
    }

    [Fact]
    public async Task Metrics_AfterRequests_CountThemByOperationAndStatus()
    {
        await using ServerUnderTest server = await StartAsync();
        _ = await server.Client.GetStringAsync(List);
        using HttpResponseMessage missing = await server.GetAsync("/api/v3/service-points/1");

        string text = await server.Client.GetStringAsync("/metrics");

        Assert.Contains("spatialindex_request_duration_seconds_count{operation=\"list\",status=\"200\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("spatialindex_request_duration_seconds_bucket{operation=\"point\",status=\"404\",le=\"+Inf\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("spatialindex_search_sampled_total 1\n", text, StringComparison.Ordinal);
        Assert.Matches("spatialindex_search_points_total [1-9]", text);
        Assert.Contains("spatialindex_snapshot_points{country=\"NL\"} 1\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:80", true)]
    [InlineData("https://[::1]:443", true)]
    [InlineData("http://localhost", true)]
    [InlineData("http://0.0.0.0:80", false)]
    [InlineData("http://*:80", false)]
    [InlineData("http://[::]:80", false)]
    [InlineData("http://example.com", false)]
    [InlineData("http://localhost.example.com", false)]
    public void IsLoopback_AnAddress_TellsWhetherOthersReachIt(string url, bool expected) =>
        Assert.Equal(expected, ServicePointsServer.IsLoopback(url));

    public void Dispose() => _folder.Dispose();

    private static async Task<int> StatusAsync(ServerUnderTest server, string token)
    {
        using HttpResponseMessage response = await server.GetAsync(List, ("Authorization", $"Bearer {token}"));
        return (int)response.StatusCode;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    [Theory]
    [InlineData("/shop")]
    [InlineData("/Shop")]
    public async Task Get_BehindTheBaseOfTheApplication_IsAnswered(string basePath)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddServicePointsServer(new ServerOptions { SnapshotPath = _folder["points.snapshot"] });
        await using WebApplication app = builder.Build();
        app.UsePathBase("/shop");
        app.UseRouting();
        app.MapServicePoints();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Contains("Point A", await client.GetStringAsync(basePath + List), StringComparison.Ordinal);
    }

    private void Build(string id) => TestPoints.BuildSnapshot(_folder, [TestPoints.Simple(id)]).Dispose();

    private Task<ServerUnderTest> StartAsync() => ServerUnderTest.StartAsync(new ServerOptions { SnapshotPath = _folder["points.snapshot"] }, _clock);

    private Task<ServerUnderTest> StartWithKeyAsync() => StartWithKeyAsync(AccountKey.Create("key", "secret", null));

    private Task<ServerUnderTest> StartWithKeyAsync(AccountKey key)
    {
        KeysFile.Write(_folder["keys.json"], [key]);
        return ServerUnderTest.StartAsync(new ServerOptions { SnapshotPath = _folder["points.snapshot"], KeysPath = _folder["keys.json"] }, _clock);
    }

    /// <summary>How many snapshots of this test the process has in its memory map.</summary>
    private int OpenMaps() => File.ReadLines("/proc/self/maps").Count(line => line.Contains($"{_folder.Path}/", StringComparison.Ordinal));

    private sealed class BrokenSettings : IIntegrationSettings
    {
        public Integration? Find(string? account) => throw new InvalidOperationException("Secret of the house");
    }
}

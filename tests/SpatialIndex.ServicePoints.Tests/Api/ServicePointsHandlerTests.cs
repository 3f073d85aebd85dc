using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>Methods, paths and credentials, which the contract's cases touch only in part.</summary>
public sealed class ServicePointsHandlerTests : IAccountResolver, IDisposable
{
    private const string List = "/api/v3/service-points";
    private const string FoundList = $"{List}?country_code=NL&carrier_code=dhl";

    private readonly TestFolder _folder = new();
    private readonly Snapshot _snapshot;
    private readonly ServicePointsEngine _engine;

    public ServicePointsHandlerTests()
    {
        _snapshot = TestPoints.BuildSnapshot(_folder, [TestPoints.Simple("A") with { Id = 7 }]);
        _engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(TestPoints.AsOf) });
    }

    [Theory]
    [InlineData("POST", List, "GET, HEAD")]
    [InlineData("DELETE", $"{List}/7", "GET, HEAD")]
    [InlineData("OPTIONS", $"{List}/abc", "GET, HEAD")]
    [InlineData("GET", $"{List}/7/check-availability", "POST")]
    public async Task Send_OtherMethod_IsRefusedWithTheMethodsAllowed(string method, string path, string allowed)
    {
        using HttpResponseMessage response = await SendAsync(method, path);

        Assert.Equal((405, allowed), ((int)response.StatusCode, string.Join(", ", response.Content.Headers.Allow)));
        Assert.Equal("405", await StatusOfErrorAsync(response));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v3/service-point")]
    [InlineData("/api/v3/Service-Points")]
    [InlineData($"{List}/7/check")]
    [InlineData($"{List}/7/8")]
    [InlineData($"{List}/0")]
    [InlineData($"{List}/-7")]
    [InlineData($"{List}/7.0")]
    [InlineData($"{List}/%2B7")]
    [InlineData($"{List}/9223372036854775808")]
    public async Task Send_PathOfNothing_IsNotFound(string path)
    {
        using HttpResponseMessage response = await SendAsync("GET", path);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("404", await StatusOfErrorAsync(response));
    }

    [Theory]
    [InlineData($"{List}/7")]
    [InlineData($"{List}/007")]
    [InlineData(FoundList)]
    public async Task Send_Head_IsAnsweredLikeGetWithoutABody(string path)
    {
        using HttpResponseMessage get = await SendAsync("GET", path);
        using HttpResponseMessage head = await SendAsync("HEAD", path);

        Assert.Equal((get.StatusCode, get.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Contains("Point A", await get.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Authentication credentials were not provided.")]
    [InlineData("Digest abc", "Authentication credentials were not provided.")]
    [InlineData("Basic", "Invalid username/password.")]
    [InlineData("Basic %%%", "Invalid username/password.")]
    [InlineData("Basic a2V5", "Invalid username/password.")]
    [InlineData("Basic a2V5OndyYW5n", "Invalid username/password.")]
    [InlineData("Bearer wrong", "The access token is not valid.")]
    public async Task Send_WithoutTheRightCredentials_IsRefusedBeforeAllElse(string? authorization, string detail)
    {
        using HttpResponseMessage response = await SendAsync("DELETE", "/nothing", authorization, this);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal(2, response.Headers.WwwAuthenticate.Count);
        Assert.Contains(detail, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basic a2V5OnNlY3JldDp4")]
    [InlineData("BEARER token")]
    public async Task Send_WithTheRightCredentials_IsAnswered(string authorization)
    {
        using HttpResponseMessage response = await SendAsync("GET", FoundList, authorization, this);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public void Send_WithoutAwaiting_IsAnswered()
    {
        using var client = new HttpClient(new ServicePointsHandler(_engine));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://localhost{FoundList}");

        using HttpResponseMessage response = client.Send(request);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Send_AddressOfAMegabyte_IsAnswered()
    {
        using HttpResponseMessage response = await SendAsync("GET", $"{FoundList}&limit={new string('9', 1_000_000)}");

        Assert.Equal(400, (int)response.StatusCode);
    }

    public string? FindByKey(string publicKey, string secretKey) => (publicKey, secretKey) == ("key", "secret:x") ? "account" : null;

    public string? FindByToken(string accessToken) => accessToken == "token" ? "account" : null;

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private static async Task<string?> StatusOfErrorAsync(HttpResponseMessage response)
    {
        using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return Assert.Single(body.RootElement.GetProperty("errors").EnumerateArray()).GetProperty("status").GetString();
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? authorization = null, IAccountResolver? accounts = null)
    {
        using var client = new HttpClient(new ServicePointsHandler(_engine, accounts));
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://localhost{path}");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.SendAsync(request);
    }
}

using System.Net.Http.Headers;
using System.Text;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;

namespace SpatialIndex.ServicePoints.Tests.Api.Client;

/// <summary>A client of the online API, generated from the contract, whose HttpClient was given the handler; nothing else is changed.</summary>
public sealed class ServicePointsClientTests(ContractFixture fixture) : IClassFixture<ContractFixture>, IAccountResolver, IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 12, 0, 0, TimeSpan.FromHours(1));

    private HttpClient? _http;

    [SkippableFact]
    public async Task List_NearAPoint_IsReadByTheClient()
    {
        Response response = await Client().List_service_pointsAsync(
            "NL", ["dhl", "postnl"], latitude: 51.435046, longitude: 5.479507, general_shop_type: [Anonymous.Locker, Anonymous.Post_office], limit: 2);

        ServicePoint nearest = response.Data.Results.First();
        Assert.Null(response.Data.Geocoding);
        Assert.Equal(2, response.Data.Results.Count);
        Assert.Equal((1000002, 920), (nearest.Id, nearest.Distance));
        Assert.Equal(("postnl", ServicePointDetailGeneral_shop_type.Locker), (nearest.Carrier.Code, nearest.General_shop_type));
        Assert.Equal(("10:00", "21:00"), (nearest.Opening_times.Monday!.Single().Start_time, nearest.Opening_times.Monday!.Single().End_time));
        Assert.Null(nearest.Opening_times.Thursday);
        Assert.Equal(new DateTimeOffset(2026, 3, 13, 10, 0, 0, TimeSpan.FromHours(1)), nearest.Next_open_at);
        Assert.False(nearest.Is_open_tomorrow);
    }

    [SkippableFact]
    public async Task List_ByAddressWithoutGeocoder_IsUnavailableWithACodeOfNull()
    {
        var exception = await Assert.ThrowsAsync<ApiException<Errors>>(() => Client().List_service_pointsAsync("NL", ["dhl"], address: "Stadhuisplein 10, Eindhoven"));

        Errors2 error = Assert.Single(exception.Result.Errors1);
        Assert.Equal((503, "503", null), (exception.StatusCode, error.Status, error.Code));
    }

    [SkippableFact]
    public async Task List_WrongLimit_IsTheContractsError()
    {
        var exception = await Assert.ThrowsAsync<ApiException<Errors>>(() => Client().List_service_pointsAsync("NL", ["dhl"], limit: 201));

        Errors2 error = Assert.Single(exception.Result.Errors1);
        Assert.Equal((400, "400", ErrorObjectCode.Invalid), (exception.StatusCode, error.Status, error.Code));
        Assert.Equal(("Input should be less than or equal to 200", "limit"), (error.Detail, error.Source!.Parameter));
    }

    [SkippableFact]
    public async Task Point_ById_IsReadByTheClient()
    {
        Response2 response = await Client().Service_pointAsync(1000002);

        Assert.Equal(("Stationsplein Parcel Locker", 51.443218), (response.Data.Name, response.Data.Position.Latitude));
    }

    [SkippableFact]
    public async Task Point_Unknown_IsTheContractsError()
    {
        var exception = await Assert.ThrowsAsync<ApiException<Errors>>(() => Client().Service_pointAsync(1));

        Assert.Equal((404, ErrorObjectCode.Not_found), (exception.StatusCode, Assert.Single(exception.Result.Errors1).Code));
    }

    [SkippableFact]
    public async Task Availability_ById_IsReadByTheClient() => Assert.True((await Client().Check_availabilityAsync(1000002)).Data.Is_available);

    [SkippableFact]
    public async Task List_WrongSecret_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<ApiException>(() => Client(secretKey: "wrong").List_service_pointsAsync("NL", ["dhl"]));

        Assert.Equal(401, exception.StatusCode);
    }

    public string? FindByKey(string publicKey, string secretKey) => (publicKey, secretKey) == ("key", "secret") ? "account" : null;

    public string? FindByToken(string accessToken) => null;

    public void Dispose() => _http?.Dispose();

    private ServicePointsClient Client(string secretKey = "secret")
    {
        var engine = new ServicePointsEngine(fixture.Snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(Now) });
        _http = new HttpClient(new ServicePointsHandler(engine, this)) { BaseAddress = new Uri("https://panel.sendcloud.sc/api/v3/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"key:{secretKey}")));
        return new ServicePointsClient(_http);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpatialIndex.AspNetCore.Snapshots;

namespace SpatialIndex.Samples.Tests;

/// <summary>The sample <c>CheckoutEndpoint</c>, on a Wednesday at noon.</summary>
public sealed class CheckoutEndpointTests : IDisposable
{
    private const string NearPresquIle = "/checkout/pickup-points?country=FR&latitude=45.7640&longitude=4.8357";
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 12, 0, 0, TimeSpan.FromHours(1));

    private readonly TestFolder _folder = new();
    private readonly CheckoutApplication _application;
    private readonly HttpClient _client;

    public CheckoutEndpointTests()
    {
        SampleSnapshot.Build(_folder["points.snapshot"], Now, "collection_counters.ndjson", "laposte_fr_poincont2.csv.gz");
        _application = new CheckoutApplication(_folder["points.snapshot"], new FixedClock(Now));
        _client = _application.CreateClient();
    }

    [Fact]
    public async Task Get_NearAPosition_ListsWhatIsKnownToBeOpenTomorrow()
    {
        JsonNode answer = await GetAsync(NearPresquIle);

        // Not those without known hours, not the one that opens on Fridays, not the one with an exception on that day.
        Assert.Equal(["Counter Presqu'île", "Counter Croix-Rousse", "Box Part-Dieu", "Counter Gratte-Ciel"], NamesOf(answer));
        Assert.Null(answer["near"]);
        JsonNode nearest = answer["points"]![0]!;
        Assert.Equal((189, "2026-03-12T10:00:00+01:00"), ((int)nearest["distanceMeters"]!, (string)nearest["nextOpenAt"]!));
    }

    [Fact]
    public async Task Get_NearAnAddress_TellsHowItWasUnderstood()
    {
        JsonNode answer = await GetAsync("/checkout/pickup-points?country=FR&address=69100%20Villeurbanne");

        Assert.Equal("69100, VILLEURBANNE, France", (string)answer["near"]!);
        Assert.Equal("Counter Gratte-Ciel", NamesOf(answer)[0]);
    }

    [Theory]
    [InlineData("/checkout/pickup-points?country=XX&latitude=45.7640&longitude=4.8357", "\"XX\" is not a valid country code")]
    [InlineData("/checkout/pickup-points?latitude=45.7640&longitude=4.8357", "Field required")]
    [InlineData("/checkout/pickup-points?country=FR", "radius requires a reference point")]
    public async Task Get_WrongQuestion_IsAProblemInTheWordsOfTheContract(string address, string detail)
    {
        using HttpResponseMessage response = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(detail, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!);
    }

    [Fact]
    public async Task Get_AfterTheSnapshotWasReplaced_AnswersFromTheNewOne()
    {
        Assert.NotEmpty(NamesOf(await GetAsync(NearPresquIle)));
        SampleSnapshot.Build(_folder["points.snapshot"], Now.AddDays(1), "laposte_fr_poincont2.csv.gz");

        _application.Services.GetRequiredService<SnapshotSource>().Reload();

        // The counters are gone, and of the post offices that are left no hours are known.
        Assert.Empty(NamesOf(await GetAsync(NearPresquIle)));
    }

    public void Dispose()
    {
        _client.Dispose();
        _application.Dispose();
        _folder.Dispose();
    }

    private async Task<JsonNode> GetAsync(string address) => JsonNode.Parse(await _client.GetStringAsync(address))!;

    private static string[] NamesOf(JsonNode answer) => [.. answer["points"]!.AsArray().Select(static point => (string)point!["name"]!)];
}

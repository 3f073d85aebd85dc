using System.Buffers;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>Whatever the query string, there is an answer: 200, 400 or 503, with a body of the right shape and never an exception.</summary>
public sealed class RandomQueryTests : IDisposable
{
    private const int QueriesPerSeed = 25_000;

    private static readonly string[] Values =
    [
        "NL", "fr", "FJ", "XX", "carrier1", "carrier2", "former", "acme", "true", "off", "51.4", "5.4", "-17.5", "179.9", "-180", "1e400", "nan",
        "100", "50000", "1", "200", "201", "locker", "post_office", "P1", "P2", "kind1", "+", "", "%", "%zz", "%00", "%FF%FE", "%F0%9F%8E%81",
        "\ud800", "🎁", "1_0", "99999999999999999999999999", "Kerkstraat 1", "&", "=", "#",
    ];

    private readonly TestFolder _folder = new();
    private readonly Snapshot _snapshot;

    public RandomQueryTests() => _snapshot = TestPoints.BuildSnapshot(_folder, TestPoints.Random(500, seed: 51));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Query_RandomOrMutated_IsAnswered(int seed)
    {
        var random = new Random(seed);
        var host = new RandomHost(random);
        var engine = new ServicePointsEngine(
            _snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(TestPoints.AsOf), Geocoder = host, Integrations = host });
        var body = new ArrayBufferWriter<byte>();
        var statuses = new HashSet<int>();
        for (int i = 0; i < QueriesPerSeed; i++)
        {
            string query = Mutate(RandomQuery(random), random);
            body.ResetWrittenCount();

            int status = await engine.WriteListAsync(query, "account", body);

            statuses.Add(status);
            Assert.True(IsBodyOf(status, body.WrittenMemory), $"seed {seed}, query {i}: {query}: {status} {Encoding.UTF8.GetString(body.WrittenSpan)}");
        }

        Assert.Equal([200, 400, 503], statuses.Order());
    }

    [Fact]
    public async Task Handler_RandomPathsAndMethods_AreAnswered()
    {
        var random = new Random(5);
        using var client = new HttpClient(new ServicePointsHandler(new ServicePointsEngine(_snapshot)));
        string[] parts = ["", "/", "api", "/api/v3", "/service-points", "/check-availability", "/5000000", "/0", "/-1", "/9223372036854775808", "/1%2F2", "/é", "?", "%", "//"];
        for (int i = 0; i < 5_000; i++)
        {
            string path = (random.Next(2) == 0 ? "/api/v3/service-points" : "/") + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => parts[random.Next(parts.Length)]));
            using var request = new HttpRequestMessage(new HttpMethod(new[] { "GET", "POST", "HEAD", "PUT", "FOO" }[random.Next(5)]), $"http://localhost{path}");

            using HttpResponseMessage response = await client.SendAsync(request);

            Assert.Contains((int)response.StatusCode, new[] { 200, 400, 404, 405 });
            Assert.Equal((int)response.StatusCode == 405, response.Content.Headers.Allow.Count > 0);
            Assert.True(
                request.Method == HttpMethod.Head || IsBodyOf((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync()), $"{request.Method} {path}");
        }
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private static string RandomQuery(Random random)
    {
        IEnumerable<string> random19 = ParameterNames.All.Where(_ => random.Next(5) == 0).Select(name => $"{name}={Values[random.Next(Values.Length)]}");
        string sound = $"country_code={new[] { "NL", "fr", "FJ" }[random.Next(3)]}&carrier_code=carrier{random.Next(6)}";
        string area = random.Next(5) switch
        {
            0 => "&latitude=51.4&longitude=5.4",
            1 => "&latitude=47&longitude=2&radius=50000",
            2 => "&ne_latitude=52&ne_longitude=5.2&sw_latitude=51.8&sw_longitude=5",
            3 => "&address=Kerkstraat+1",
            _ => "&carrier_service_point_id=P1&carrier_service_point_id=P2",
        };
        return random.Next(3) switch
        {
            0 => string.Join('&', random19),
            1 => sound + area,
            _ => $"{sound}{area}&{string.Join('&', random19.Take(2))}",
        };
    }

    private static string Mutate(string query, Random random)
    {
        for (int i = random.Next(4) == 0 ? random.Next(1, 4) : 0; i > 0 && query.Length > 0; i--)
        {
            int position = random.Next(query.Length);
            query = random.Next(3) switch
            {
                0 => query.Remove(position, 1),
                1 => query.Insert(position, ((char)random.Next(0x10000)).ToString()),
                _ => query.Insert(position, "%&=+"[random.Next(4)].ToString()),
            };
        }

        return query;
    }

    private static bool IsBodyOf(int status, ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return status == 200
            ? document.RootElement.TryGetProperty("data", out _)
            : document.RootElement.GetProperty("errors").EnumerateArray().ToList() is { Count: > 0 } errors
                && errors.TrueForAll(error => error.GetProperty("status").GetString() == $"{status}" && error.GetProperty("detail").GetString() is { Length: > 0 });
    }

    private sealed class RandomHost(Random random) : IGeocoder, IIntegrationSettings
    {
        public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken) => ValueTask.FromResult(random.Next(4) switch
        {
            0 => GeocodingAnswer.Unavailable,
            1 => GeocodingAnswer.NotFound,
            2 => GeocodingAnswer.Matched(new GeoPoint { Latitude = 51.5, Longitude = 5 }, GeocodingPrecision.City, "Tilburg"),
            _ => GeocodingAnswer.PartiallyMatched(new GeoPoint { Latitude = 47, Longitude = 2 }, GeocodingPrecision.Region, "\"Centre\"\n"),
        });

        public Integration? Find(string? account) => random.Next(3) switch
        {
            0 => null,
            1 => new Integration(false, ["carrier1"]),
            _ => new Integration(true, ["carrier1", "unknown", ""]),
        };
    }
}

using System.Buffers;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Json;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>The two forms of an answer say the same; what hosts plug in may fail.</summary>
public sealed class ServicePointsEngineTests : IDisposable
{
    private const string Near = "country_code=FR&carrier_code=carrier1&carrier_code=carrier2&latitude=46&longitude=2.5&limit=20";

    private static readonly JsonSerializerOptions ContractNames = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly TestFolder _folder = new();
    private readonly List<ServicePoint> _points = TestPoints.Random(2_000, seed: 41);
    private readonly Snapshot _snapshot;

    public ServicePointsEngineTests() => _snapshot = TestPoints.BuildSnapshot(_folder, _points);

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(289)]
    public async Task List_AsJsonAndAsObjects_SaysTheSame(int days)
    {
        ServicePointsEngine engine = Engine(days);
        foreach (string country in new[] { "NL", "FR", "FJ", "DE" })
        {
            var request = new ServicePointsRequest
            {
                CountryCode = country,
                CarrierCodes = [.. Enumerable.Range(0, 6).Select(static i => $"carrier{i}")],
                CarrierServicePointIds = [.. _points.Take(1_500).Select(static point => point.CarrierServicePointId)],
                Latitude = country == "NL" ? null : 47.25,
                Longitude = country == "NL" ? null : 1.5,
                Limit = 200,
            };

            ServicePointsResponse<ServicePointList> typed = await engine.ListAsync(request);

            var body = new ArrayBufferWriter<byte>();
            Assert.Equal(200, await engine.WriteListAsync(QueryOf(request), null, body));
            AssertSame(new { typed.Data }, body);
        }
    }

    [Fact]
    public async Task Point_AsJsonAndAsObject_SaysTheSame()
    {
        ServicePointsEngine engine = Engine(289);
        foreach (ServicePoint point in _points.Take(300))
        {
            var body = new ArrayBufferWriter<byte>();
            Assert.Equal(200, engine.WritePoint(point.Id, body));
            AssertSame(new { engine.Find(point.Id).Data }, body);
        }

        var availability = new ArrayBufferWriter<byte>();
        Assert.Equal(200, await engine.WriteAvailabilityAsync(_points[0].Id, availability));
        AssertSame(new { (await engine.CheckAvailabilityAsync(_points[0].Id)).Data }, availability);
    }

    [Fact]
    public async Task List_OfMoreFiltersThanAreKept_FindsWhatASearchFinds()
    {
        ServicePointsEngine engine = Engine(0);
        var search = new ServicePointSearch(_snapshot);
        var random = new Random(42);
        for (int i = 0; i < 3_000; i++)
        {
            int carriers = random.Next(1, 64);
            int types = random.Next(16);
            string[] codes = [.. Enumerable.Range(0, 6).Where(number => (carriers >> number & 1) != 0).Select(static number => $"carrier{number}")];
            string[] generalTypes = [.. GeneralShopType.All.Where((_, number) => (types >> number & 1) != 0)];
            string? kind = random.Next(4) == 0 ? null : $"kind{random.Next(4)}";

            ServicePointsResponse<ServicePointList> response = await engine.ListAsync(new ServicePointsRequest
            {
                CountryCode = "FR",
                CarrierCodes = codes,
                CarrierShopType = kind,
                GeneralShopTypes = generalTypes,
            });

            IReadOnlyList<SearchHit> hits = search.Find(
                new SearchRequest { CountryCode = "FR", CarrierCodes = codes, CarrierShopType = kind, GeneralShopTypes = types == 0 ? null : generalTypes },
                TestPoints.AsOf);
            Assert.Equal(hits.Select(static hit => hit.Point.Id), response.Data!.Results.Select(static result => result.Id));
        }
    }

    [Fact]
    public async Task List_FiltersThatDifferInOneThing_AreNotTakenForEachOther()
    {
        ServicePointsEngine engine = Engine(0);
        ServicePointsRequest[] requests =
        [
            new() { CountryCode = "NL", CarrierCodes = ["carrier1"] },
            new() { CountryCode = "FR", CarrierCodes = ["carrier1"] },
            new() { CountryCode = "FR", CarrierCodes = ["carrier1", "carrier2"] },
            new() { CountryCode = "FR", CarrierCodes = ["carrier2"] },
            new() { CountryCode = "FR", CarrierCodes = ["carrier2"], CarrierShopType = "kind1" },
            new() { CountryCode = "FR", CarrierCodes = ["carrier2"], CarrierShopType = "" },
            new() { CountryCode = "FR", CarrierCodes = ["carrier2"], GeneralShopTypes = [GeneralShopType.Locker] },
        ];
        var alone = new List<long[]>();
        foreach (ServicePointsRequest request in requests)
        {
            alone.Add(await IdsOf(Engine(0), request));
        }

        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < requests.Length; i++)
            {
                Assert.Equal(alone[i], await IdsOf(engine, requests[i]));
            }
        }

        Assert.Equal(requests.Length, alone.DistinctBy(static ids => string.Join(' ', ids)).Count());

        static async Task<long[]> IdsOf(ServicePointsEngine engine, ServicePointsRequest request) =>
            [.. (await engine.ListAsync(request)).Data!.Results.Select(static result => result.Id)];
    }

    [Theory]
    [InlineData(250)]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(70_000)]
    public async Task List_FilterOfALongText_FindsNothingOfAnotherText(int length)
    {
        ServicePointsEngine engine = Engine(0);
        foreach (string type in new[] { new string('x', length), "kind1", new string('x', length) })
        {
            ServicePointsResponse<ServicePointList> response = await engine.ListAsync(
                new ServicePointsRequest { CountryCode = "FR", CarrierCodes = ["carrier1"], CarrierShopType = type });

            Assert.Equal(type == "kind1", response.Data!.Results.Count > 0);
        }
    }

    [Fact]
    public async Task Errors_AsJsonAndAsObjects_SayTheSame()
    {
        ServicePointsEngine engine = Engine(0);
        var request = new ServicePointsRequest { Limit = 0, Latitude = double.NaN, Longitude = -181 };

        ServicePointsResponse<ServicePointList> typed = await engine.ListAsync(request);

        var body = new ArrayBufferWriter<byte>();
        Assert.Equal(typed.Status, await engine.WriteListAsync("limit=0&latitude=nan&longitude=-181", null, body));
        Assert.Equal(4, typed.Errors.Count);
        AssertSame(new { typed.Errors }, body);
    }

    [Fact]
    public void List_AskedAgain_AllocatesOneObject()
    {
        ServicePointsEngine engine = Engine(0);
        using var body = new PooledBuffer();
        Ask();

        Assert.InRange(AllocatedBytes.By(Ask), 1, 160);

        void Ask()
        {
            body.Clear();
            ValueTask<int> status = engine.WriteListAsync(Near, null, body);
            Assert.True(status.IsCompletedSuccessfully);
        }
    }

    [Fact]
    public async Task List_GeocoderThatThrows_IsUnavailable()
    {
        var engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Geocoder = new FailingHost() });

        ServicePointsResponse<ServicePointList> response = await engine.ListAsync(new ServicePointsRequest { CountryCode = "FR", CarrierCodes = ["carrier1"], Address = "Lyon" });

        Assert.Equal((503, null), (response.Status, Assert.Single(response.Errors).Code));
    }

    [Fact]
    public async Task List_GeocoderWithoutAnAnswer_IsUnavailable()
    {
        var engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Geocoder = new SilentGeocoder(Task.FromResult<GeocodingAnswer>(null!)) });
        var body = new ArrayBufferWriter<byte>();

        int status = await engine.WriteListAsync("country_code=FR&carrier_code=carrier1&address=Lyon", null, body);

        Assert.Equal(503, status);
    }

    [Fact(Timeout = 10_000)]
    public async Task List_GeocoderThatIgnoresItsToken_IsNotAwaitedOnceCancelled()
    {
        var never = new TaskCompletionSource<GeocodingAnswer>();
        var engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Geocoder = new SilentGeocoder(never.Task) });
        using var cancellation = new CancellationTokenSource();
        Task<int> status = engine.WriteListAsync("country_code=FR&carrier_code=carrier1&address=Lyon", null, new ArrayBufferWriter<byte>(), cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(60_001)]
    [InlineData(long.MaxValue / TimeSpan.TicksPerMillisecond)]
    public void AvailabilityTimeout_OutsideItsRange_IsRefused(long milliseconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ServicePointsEngineOptions { AvailabilityTimeout = TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond) });

    [Fact]
    public async Task List_FaultyRequestWithAddress_DoesNotAskTheGeocoder()
    {
        var host = new FailingHost();
        var engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Geocoder = host });

        Assert.Equal(400, (await engine.ListAsync(new ServicePointsRequest { CountryCode = "FR", CarrierCodes = ["acme"], Address = "Lyon" })).Status);

        Assert.Equal(0, host.Calls);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(400, false)]
    public async Task Availability_LiveCheckThatThrowsOrHangs_IsEstimated(int days, bool expected)
    {
        foreach (IAvailabilityCheck check in new IAvailabilityCheck[] { new FailingHost(), new HangingCheck(), new UngracefulCheck() })
        {
            var engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions
            {
                Clock = new HastyClock(TestPoints.AsOf.AddDays(days)),
                AvailabilityCheck = check,
            });
            ServicePoint fresh = _points.MaxBy(static point => point.RefreshedAt)!;

            Assert.Equal(expected, (await engine.CheckAvailabilityAsync(fresh.Id)).Data!.IsAvailable);
        }
    }

    [Fact]
    public async Task Availability_LiveCheckWithAnAnswer_IsBelieved()
    {
        var engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(TestPoints.AsOf.AddDays(400)), AvailabilityCheck = new Yes() });

        Assert.True((await engine.CheckAvailabilityAsync(_points[0].Id)).Data!.IsAvailable);
    }

    [Fact]
    public async Task Availability_CallerGoesAway_IsNotEstimated()
    {
        var engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions
        {
            Clock = new FixedClock(TestPoints.AsOf),
            AvailabilityCheck = new HangingCheck(),
        });
        using var gone = new CancellationTokenSource();

        Task answer = engine.CheckAvailabilityAsync(_points[0].Id, gone.Token).AsTask();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private static void AssertSame(object typed, ArrayBufferWriter<byte> body)
    {
        JsonElement expected = JsonSerializer.SerializeToElement(typed, ContractNames);
        using JsonDocument actual = JsonDocument.Parse(body.WrittenMemory);
        Assert.True(JsonElement.DeepEquals(expected, actual.RootElement), $"{expected}\n{actual.RootElement}");
    }

    private static string QueryOf(ServicePointsRequest request) => string.Join('&',
    [
        $"country_code={request.CountryCode}", $"limit={request.Limit}",
        .. request.CarrierCodes!.Select(static code => $"carrier_code={code}"),
        .. request.CarrierServicePointIds!.Select(static id => $"carrier_service_point_id={id}"),
        request.Latitude is null ? "" : FormattableString.Invariant($"latitude={request.Latitude}&longitude={request.Longitude}"),
    ]);

    private ServicePointsEngine Engine(int days) =>
        new(_snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(TestPoints.AsOf.AddDays(days)) });

    private sealed class FailingHost : IGeocoder, IAvailabilityCheck
    {
        public int Calls { get; private set; }

        public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken)
        {
            Calls++;
            throw new HttpRequestException("The geocoder is gone.");
        }

        public ValueTask<bool?> IsAvailableAsync(ServicePoint point, CancellationToken cancellationToken) => throw new HttpRequestException("The carrier is gone.");
    }

    private sealed class SilentGeocoder(Task<GeocodingAnswer> answer) : IGeocoder
    {
        public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken) => new(answer);
    }

    private sealed class HangingCheck : IAvailabilityCheck
    {
        public async ValueTask<bool?> IsAvailableAsync(ServicePoint point, CancellationToken cancellationToken)
        {
            await new TaskCompletionSource().Task;
            return null;
        }
    }

    /// <summary>Hangs, and throws again when it is cancelled.</summary>
    private sealed class UngracefulCheck : IAvailabilityCheck
    {
        public async ValueTask<bool?> IsAvailableAsync(ServicePoint point, CancellationToken cancellationToken)
        {
            cancellationToken.Register(static () => throw new InvalidOperationException("The carrier does not hang up."));
            await new TaskCompletionSource().Task;
            return null;
        }
    }

    private sealed class Yes : IAvailabilityCheck
    {
        public ValueTask<bool?> IsAvailableAsync(ServicePoint point, CancellationToken cancellationToken) => ValueTask.FromResult<bool?>(true);
    }

    /// <summary>Stands still, but whatever is to happen later happens at once.</summary>
    private sealed class HastyClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}

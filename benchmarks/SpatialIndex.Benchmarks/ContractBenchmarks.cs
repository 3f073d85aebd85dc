using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Json;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Benchmarks;

/// <summary>
/// A request around Lyon on the sample, whole and by its steps, into one pooled buffer; and the body of a list of 100 beside the
/// serializer of the platform, which is given the same points as objects that it only has to write.
/// </summary>
[MemoryDiagnoser]
public class ContractBenchmarks : IDisposable
{
    private const int QueryCount = 1_024;

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"contract-benchmarks-{Environment.ProcessId}.snapshot");
    private readonly PooledBuffer _body = new();
    private readonly Neighbor[] _results = new Neighbor[SearchRequest.MaxLimit];
    private readonly Neighbor[] _hundred = new Neighbor[100];
    private string[] _queries = [];
    private Snapshot _snapshot = null!;
    private ServicePointsEngine _engine = null!;
    private RequestValidator _validator = null!;
    private ResponseWriter _writer = null!;
    private ListRequest _request;
    private int _found;
    private ListBody _objects = null!;
    private Utf8JsonWriter _serializerOutput = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        SampleSnapshot.Build(_path, Now.AddDays(-1));
        _snapshot = Snapshot.Open(_path);
        _engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Clock = new StoppedClock() });
        _validator = new RequestValidator(_snapshot, null);
        _writer = new ResponseWriter(new PointTimeZones(_snapshot.Carriers));
        var random = new Random(1);
        _queries = [.. Enumerable.Range(0, QueryCount).Select(_ => string.Create(
            CultureInfo.InvariantCulture,
            $"country_code=FR&carrier_code=laposte&latitude={45.7 + (0.12 * random.NextDouble()):f6}&longitude={4.78 + (0.12 * random.NextDouble()):f6}&limit=20"))];
        _validator.Validate(_queries[0], null, out _request);
        _found = _request.Search!.Find(Now, _results.AsSpan(0, 20));
        if (_found != 20 || _request.Search.Find(Now, _hundred) != _hundred.Length)
        {
            throw new InvalidOperationException("The sample has no hundred fresh points around Lyon.");
        }

        _objects = new ListBody(_engine.ListAsync(new ServicePointsRequest
        {
            CountryCode = "FR",
            CarrierCodes = ["laposte"],
            Latitude = 45.764,
            Longitude = 4.8357,
        }).AsTask().GetAwaiter().GetResult().Data!);
        _serializerOutput = new Utf8JsonWriter(_body, new JsonWriterOptions { SkipValidation = true });
        foreach (string query in _queries)
        {
            _body.Clear();
            _ = _engine.WriteListAsync(query, null, _body).AsTask().GetAwaiter().GetResult();
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _snapshot.Dispose();
        _body.Dispose();
        _serializerOutput.Dispose();
        GC.SuppressFinalize(this);
        File.Delete(_path);
    }

    [Benchmark(Description = "the whole request, limit 20")]
    public ValueTask<int> Whole()
    {
        _body.Clear();
        return _engine.WriteListAsync(Query(), null, _body);
    }

    [Benchmark(Description = "of that: reading and judging it")]
    public object? Validate() => _validator.Validate(Query(), null, out _);

    [Benchmark(Description = "of that: searching 20")]
    public int Search() => _request.Search!.Find(Now, _results.AsSpan(0, 20));

    [Benchmark(Description = "of that: writing 20")]
    public int Write() => WriteList(_results.AsSpan(0, _found));

    [Benchmark(Description = "writing 100 from the snapshot")]
    public int WriteHundred() => WriteList(_hundred);

    [Benchmark(Description = "writing 100 objects by System.Text.Json, source-generated", Baseline = true)]
    public int SerializeHundred()
    {
        _body.Clear();
        _serializerOutput.Reset();
        JsonSerializer.Serialize(_serializerOutput, _objects, ListBodyContext.Default.ListBody);
        return _body.WrittenSpan.Length;
    }

    private int WriteList(ReadOnlySpan<Neighbor> results)
    {
        _body.Clear();
        _writer.WriteList(_body, _request.Search!.Country, results, null, Now);
        return _body.WrittenSpan.Length;
    }

    private string Query() => _queries[_next++ & (QueryCount - 1)];

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

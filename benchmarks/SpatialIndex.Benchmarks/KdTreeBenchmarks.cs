using BenchmarkDotNet.Attributes;

namespace SpatialIndex.Benchmarks;

/// <summary>Searches among points clustered around towns of Europe's size and spread.</summary>
[MemoryDiagnoser]
public class KdTreeBenchmarks
{
    private const int ClassCount = 160;
    private readonly Neighbor[] _results = new Neighbor[200];
    private KdTree _tree = new KdTreeBuilder().Build();
    private GeoPoint[] _queries = [];
    private ClassSet _oneInForty = ClassSet.Of(ClassCount);
    private int _next;

    [Params(10_000, 400_000)]
    public int Points { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        GeoPoint[] towns = [.. Enumerable.Range(0, 2_000).Select(_ => new GeoPoint
        {
            Latitude = 36 + (28 * random.NextDouble()),
            Longitude = -9 + (36 * random.NextDouble()),
        })];
        var builder = new KdTreeBuilder(ClassCount);
        for (int id = 1; id <= Points; id++)
        {
            builder.Add(id, Near(towns, random), random.Next(ClassCount), random.Next(100));
        }

        _tree = builder.Build();
        _queries = [.. Enumerable.Range(0, 4_096).Select(_ => Near(towns, random))];
        _oneInForty = ClassSet.Of(ClassCount, 3, 50, 97, 144);
    }

    [Benchmark(Description = "nearest 1")]
    public int Nearest1() => _tree.Nearest(Query(), _results.AsSpan(0, 1));

    [Benchmark(Description = "nearest 10")]
    public int Nearest10() => _tree.Nearest(Query(), _results.AsSpan(0, 10));

    [Benchmark(Description = "nearest 100")]
    public int Nearest100() => _tree.Nearest(Query(), _results.AsSpan(0, 100));

    [Benchmark(Description = "nearest 10, filtered")]
    public int Nearest10Filtered() =>
        _tree.Nearest(Query(), _results.AsSpan(0, 10), new PointFilter { Classes = _oneInForty, NotExpiredAt = 5 });

    [Benchmark(Description = "within 5 km, at most 100")]
    public int Radius5Kilometers() => _tree.NearestWithin(Query(), 5_000, _results.AsSpan(0, 100));

    [Benchmark(Description = "in a box of 10 km, lowest 200 ids")]
    public int Box() => _tree.InBox(BoundingBox.Enclosing(Query(), 5_000), _results);

    private static GeoPoint Near(GeoPoint[] towns, Random random)
    {
        GeoPoint town = towns[random.Next(towns.Length)];
        return new GeoPoint
        {
            Latitude = town.Latitude + (0.05 * (random.NextDouble() - random.NextDouble())),
            Longitude = town.Longitude + (0.08 * (random.NextDouble() - random.NextDouble())),
        };
    }

    private GeoPoint Query() => _queries[_next++ & 4_095];
}

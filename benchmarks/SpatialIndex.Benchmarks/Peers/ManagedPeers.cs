using BenchmarkDotNet.Attributes;
using SpatialIndex.Benchmarks.SideBySide;
using SpatialIndex.Benchmarks.Synthetic;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>Our tree beside what a .NET program would use otherwise, on the operations of the peers' harness.</summary>
[Config(typeof(ManagedPeersConfig))]
public class ManagedPeers
{
    private const int QueryCount = 4_096;
    private readonly Neighbor[] _results = new Neighbor[Operation.MaxResults];
    private GeoPoint[] _queries = [];
    private Operation _operation = Operation.All[0];
    private IPeer? _peer;
    private int _next;

    public static IEnumerable<string> Operations => Operation.All.Select(static operation => operation.Name);

    [Params(10_000, 100_000, 1_000_000)]
    public int Points { get; set; }

    [ParamsSource(nameof(Operations))]
    public string Search { get; set; } = "";

    [GlobalSetup(Target = nameof(Ours))]
    public void BuildOurs() => Build(Peer.Ours);

    [Benchmark(Baseline = true)]
    public int Ours() => Run();

    [GlobalSetup(Target = nameof(NtsStrTree))]
    public void BuildStrTree() => Build(Peer.StrTree);

    [Benchmark]
    public int NtsStrTree() => Run();

    [GlobalSetup(Target = nameof(NtsKdTree))]
    public void BuildKdTree() => Build(Peer.KdTree);

    [Benchmark]
    public int NtsKdTree() => Run();

    [GlobalSetup(Target = nameof(Scan))]
    public void BuildScan() => Build(Peer.Scan);

    [Benchmark]
    public int Scan() => Run();

    [GlobalCleanup]
    public void Cleanup() => _peer = null;

    private void Build(Peer peer)
    {
        Dataset data = SyntheticDataset.Generate(Points);
        _peer = peer.Build(data);
        _queries = data.Queries[..QueryCount];
        _operation = Operation.Named(Search);
    }

    private int Run() => _operation.Run(_peer!, _queries[_next++ & (QueryCount - 1)], _results);
}

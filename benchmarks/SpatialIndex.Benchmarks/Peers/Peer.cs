using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>A peer to be built over a set.</summary>
internal sealed record Peer(string Name, Func<Dataset, IPeer> Build)
{
    public static Peer Ours { get; } = new("SpatialIndex KdTree", static data => new OwnTree(data.BuildTree()));

    public static Peer StrTree { get; } = new("NetTopologySuite STRtree", static data => new PlanarStrTree(new PointTable(data)));

    public static Peer KdTree { get; } = new("NetTopologySuite KdTree", static data => new PlanarKdTree(new PointTable(data)));

    public static Peer Scan { get; } = new("Vector512 scan", static data => new Vector512Scan(new PointTable(data)));

    public static IReadOnlyList<Peer> All { get; } = [Ours, StrTree, KdTree, Scan];
}

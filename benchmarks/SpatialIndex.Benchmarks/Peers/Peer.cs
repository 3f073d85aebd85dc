using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>A peer to be built over a set.</summary>
internal sealed record Peer(string Name, Func<Dataset, IPeer> Build)
{
    public static Peer Ours { get; } = new("SpatialIndex", static data => new OwnTree(data.BuildTree()));

    public static Peer StrTree { get; } = new("NTS STRtree", static data => new PlanarStrTree(new PointTable(data)));

    public static Peer KdTree { get; } = new("NTS KdTree", static data => new PlanarKdTree(new PointTable(data)));

    public static Peer Scan { get; } = new("Vector512 scan", static data => new Vector512Scan(new PointTable(data)));

    /// <summary>All but ours.</summary>
    public static IReadOnlyList<Peer> Others { get; } = [StrTree, KdTree, Scan];

    public static IReadOnlyList<Peer> All { get; } = [Ours, .. Others];
}

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>Our tree, asked like the others.</summary>
internal readonly struct OwnTree(KdTree tree) : IPeer
{
    public int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter) => tree.Nearest(center, results, filter);

    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results) =>
        tree.NearestWithin(center, radiusMeters, results);

    public int AnyInBox(BoundingBox box, Span<Neighbor> results) => tree.AnyInBox(box, results);
}

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>
/// A way to answer the searches of <see cref="KdTree"/> in this process. Ids are the points' numbers; rows mean nothing.
/// </summary>
internal interface IPeer
{
    /// <summary>The nearest points that satisfy the filter, nearest first; returns how many.</summary>
    int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter);

    /// <summary>The nearest points within a radius, nearest first; returns how many.</summary>
    int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results);

    /// <summary>Any points in the box, as many as there are and fit; returns how many.</summary>
    int AnyInBox(BoundingBox box, Span<Neighbor> results);
}

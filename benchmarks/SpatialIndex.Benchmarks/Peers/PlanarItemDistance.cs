using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>The distance of points in an R-tree: that of their envelopes, which are points themselves.</summary>
internal sealed class PlanarItemDistance : IItemDistance<Envelope, int>
{
    public double Distance(IBoundable<Envelope, int> item1, IBoundable<Envelope, int> item2) => item1.Bounds.Distance(item2.Bounds);
}

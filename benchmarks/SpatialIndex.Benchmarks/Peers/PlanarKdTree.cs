using NetTopologySuite.Geometries;
using NetTopologySuite.Index.KdTree;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>
/// The k-d tree of NetTopologySuite. It finds ranges only: for the nearest points an envelope grows, to double its size each
/// time, until the circle in it holds enough points that match.
/// </summary>
internal sealed class PlanarKdTree : IPeer
{
    private const double FirstHalfSizeDegrees = 0.01;
    private const double LastHalfSizeDegrees = 360;
    private readonly KdTree<PointNumber> _tree = new();
    private readonly PointTable _table;

    /// <exception cref="ArgumentException">Two points share a position: the tree keeps one of them.</exception>
    public PlanarKdTree(PointTable table)
    {
        _table = table;
        for (int number = 0; number < table.Count; number++)
        {
            KdNode<PointNumber> node = _tree.Insert(Planar.ToCoordinate(table.Points[number]), new PointNumber(number));
            if (node.Count > 1)
            {
                throw new ArgumentException($"Points {node.Data.Value} and {number} share a position.", nameof(table));
            }
        }
    }

    public int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter)
    {
        for (double halfSize = FirstHalfSizeDegrees; ; halfSize *= 2)
        {
            var envelope = new Envelope(Planar.ToCoordinate(center));
            envelope.ExpandBy(halfSize);
            var nearest = new NearestList(results, limit: halfSize);
            foreach (KdNode<PointNumber> node in _tree.Query(envelope))
            {
                int number = node.Data.Value;
                if (_table.Matches(number, filter))
                {
                    nearest.Add(number, Planar.Distance(center, _table.Points[number]));
                }
            }

            if (nearest.IsFull || halfSize > LastHalfSizeDegrees)
            {
                _table.Rank(results[..nearest.Count], center);
                return nearest.Count;
            }
        }
    }

    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results)
    {
        var nearest = new NearestList(results, limit: double.BitIncrement(radiusMeters));
        foreach (KdNode<PointNumber> node in _tree.Query(Planar.ToEnvelope(BoundingBox.Enclosing(center, radiusMeters))))
        {
            int number = node.Data.Value;
            nearest.Add(number, Haversine.DistanceMeters(center, _table.Points[number]));
        }

        return nearest.Count;
    }

    public int AnyInBox(BoundingBox box, Span<Neighbor> results)
    {
        IList<KdNode<PointNumber>> nodes = _tree.Query(Planar.ToEnvelope(box));
        int count = Math.Min(nodes.Count, results.Length);
        for (int i = 0; i < count; i++)
        {
            results[i] = new Neighbor(nodes[i].Data.Value, 0, double.NaN);
        }

        return count;
    }
}

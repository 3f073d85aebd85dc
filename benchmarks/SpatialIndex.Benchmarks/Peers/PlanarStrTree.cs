using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>
/// The packed R-tree of NetTopologySuite. It knows no filter: more points than wanted are fetched, twice as many each time
/// until enough of them match. For a radius, the envelope of the circle is fetched and measured.
/// </summary>
internal sealed class PlanarStrTree : IPeer
{
    private readonly STRtree<int> _tree = new();
    private readonly PlanarItemDistance _distance = new();
    private readonly PointTable _table;

    public PlanarStrTree(PointTable table)
    {
        _table = table;
        for (int number = 0; number < table.Count; number++)
        {
            _tree.Insert(new Envelope(Planar.ToCoordinate(table.Points[number])), number);
        }

        _tree.Build();
    }

    public int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter)
    {
        var envelope = new Envelope(Planar.ToCoordinate(center));
        int fetch = filter == default ? results.Length : 2 * results.Length;
        while (true)
        {
            int[] fetched = _tree.NearestNeighbour(envelope, -1, _distance, Math.Min(fetch, _table.Count));
            int count = TakeMatching(fetched, results, filter);
            if (count == results.Length || fetched.Length == _table.Count)
            {
                _table.Rank(results[..count], center);
                return count;
            }

            fetch *= 2;
        }
    }

    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results)
    {
        var nearest = new NearestList(results, limit: double.BitIncrement(radiusMeters));
        foreach (int number in _tree.Query(Planar.ToEnvelope(BoundingBox.Enclosing(center, radiusMeters))))
        {
            nearest.Add(number, Haversine.DistanceMeters(center, _table.Points[number]));
        }

        return nearest.Count;
    }

    public int AnyInBox(BoundingBox box, Span<Neighbor> results)
    {
        IList<int> numbers = _tree.Query(Planar.ToEnvelope(box));
        int count = Math.Min(numbers.Count, results.Length);
        for (int i = 0; i < count; i++)
        {
            results[i] = new Neighbor(numbers[i], 0, double.NaN);
        }

        return count;
    }

    /// <summary>The points come farthest first.</summary>
    private int TakeMatching(int[] fetched, Span<Neighbor> results, PointFilter filter)
    {
        int count = 0;
        for (int i = fetched.Length - 1; i >= 0 && count < results.Length; i--)
        {
            if (_table.Matches(fetched[i], filter))
            {
                results[count++] = new Neighbor(fetched[i], 0, double.NaN);
            }
        }

        return count;
    }
}

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>
/// The exact answers: the haversine of every point. Those of the last center are kept, so that the next search around it need
/// not measure again.
/// </summary>
internal sealed class HaversineScan(PointTable table) : IPeer
{
    private readonly double[] _distances = new double[table.Count];
    private GeoPoint? _center;

    public int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter)
    {
        Measure(center);
        var nearest = new NearestList(results);
        for (int number = 0; number < table.Count; number++)
        {
            if (_distances[number] < nearest.Bound && table.Matches(number, filter))
            {
                nearest.Add(number, _distances[number]);
            }
        }

        return nearest.Count;
    }

    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results)
    {
        Measure(center);
        var nearest = new NearestList(results, limit: double.BitIncrement(radiusMeters));
        for (int number = 0; number < table.Count; number++)
        {
            nearest.Add(number, _distances[number]);
        }

        return nearest.Count;
    }

    public int AnyInBox(BoundingBox box, Span<Neighbor> results)
    {
        int count = 0;
        for (int number = 0; number < table.Count && count < results.Length; number++)
        {
            if (box.Contains(table.Points[number]))
            {
                results[count++] = new Neighbor(number, 0, double.NaN);
            }
        }

        return count;
    }

    private void Measure(GeoPoint center)
    {
        if (center == _center)
        {
            return;
        }

        _center = center;
        for (int number = 0; number < table.Count; number++)
        {
            _distances[number] = Haversine.DistanceMeters(center, table.Points[number]);
        }
    }
}

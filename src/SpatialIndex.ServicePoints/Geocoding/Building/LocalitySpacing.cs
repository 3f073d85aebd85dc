namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>How far localities reach when only their centres are known: the sparser a country, the farther.</summary>
internal sealed class LocalitySpacing
{
    // A locality ends before the centres of those around it; the farthest of a few, because they are not evenly spread.
    private const int Neighbors = 6;
    private const double MinMeters = 1_500;
    private const double MaxMeters = 12_000;

    private readonly KdTree _tree;

    public LocalitySpacing(IEnumerable<GeoPoint> positions)
    {
        var builder = new KdTreeBuilder(1);
        long id = 0;
        foreach (GeoPoint position in positions)
        {
            builder.Add(id++, position, 0);
        }

        _tree = builder.Build();
    }

    public int ReachMeters(GeoPoint position)
    {
        Span<Neighbor> found = stackalloc Neighbor[Neighbors + 1];
        int count = _tree.Nearest(position, found);
        return (int)(count == 0 ? MaxMeters : Math.Clamp(found[count - 1].DistanceMeters, MinMeters, MaxMeters));
    }
}

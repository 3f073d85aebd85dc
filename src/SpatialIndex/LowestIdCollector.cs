namespace SpatialIndex;

/// <summary>Keeps the points with the lowest ids.</summary>
internal ref struct LowestIdCollector(Span<Neighbor> results) : IRowCollector
{
    private readonly Span<Neighbor> _results = results;
    private NeighborHeap _lowest = new(results);

    public bool Take(long id, int row)
    {
        _lowest.Offer(new Neighbor(id, row, 0));
        return true;
    }

    /// <summary>Puts what was kept in ascending order, without distances, and returns how many there are.</summary>
    public int Sort()
    {
        int count = _lowest.Sort();
        foreach (ref Neighbor neighbor in _results[..count])
        {
            neighbor = neighbor with { DistanceMeters = double.NaN };
        }

        return count;
    }
}

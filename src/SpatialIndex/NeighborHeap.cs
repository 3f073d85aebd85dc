namespace SpatialIndex;

/// <summary>
/// The best results so far, in the caller's own span: a binary heap with the last in order (greatest distance, then greatest id) on top.
/// </summary>
/// <remarks>J. W. J. Williams, "Algorithm 232: Heapsort", CACM 7 (1964), 347.</remarks>
internal ref struct NeighborHeap(Span<Neighbor> items)
{
    private readonly Span<Neighbor> _items = items;
    private int _count = 0;

    public readonly bool IsFull => _count == _items.Length;

    /// <summary>The last in order of those kept.</summary>
    public readonly Neighbor Last => _items[0];

    /// <summary>Keeps the candidate if there is room or it comes before the last one kept; returns whether it did.</summary>
    public bool Offer(Neighbor candidate)
    {
        if (!IsFull)
        {
            SiftUp(candidate);
            return true;
        }

        if (_items.IsEmpty || !IsBefore(candidate, _items[0]))
        {
            return false;
        }

        SiftDown(candidate, _count);
        return true;
    }

    /// <summary>Puts what was kept in order, first to last, and returns how many there are.</summary>
    public readonly int Sort()
    {
        for (int size = _count - 1; size > 0; size--)
        {
            Neighbor last = _items[size];
            _items[size] = _items[0];
            SiftDown(last, size);
        }

        return _count;
    }

    public static bool IsBefore(in Neighbor a, in Neighbor b) =>
        a.DistanceMeters < b.DistanceMeters || (a.DistanceMeters == b.DistanceMeters && a.Id < b.Id);

    private void SiftUp(Neighbor item)
    {
        int hole = _count++;
        while (hole > 0)
        {
            int parent = (hole - 1) >> 1;
            if (!IsBefore(_items[parent], item))
            {
                break;
            }

            _items[hole] = _items[parent];
            hole = parent;
        }

        _items[hole] = item;
    }

    private readonly void SiftDown(Neighbor item, int size)
    {
        int hole = 0;
        while (true)
        {
            int child = (2 * hole) + 1;
            if (child >= size)
            {
                break;
            }

            if (child + 1 < size && IsBefore(_items[child], _items[child + 1]))
            {
                child++;
            }

            if (!IsBefore(item, _items[child]))
            {
                break;
            }

            _items[hole] = _items[child];
            hole = child;
        }

        _items[hole] = item;
    }
}

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>The least distant of the points added, in order of distance, then number, kept in a span by insertion.</summary>
/// <param name="kept">Receives the points; has room for at least one if any is added.</param>
/// <param name="limit">Points at this distance or beyond are not kept.</param>
internal ref struct NearestList(Span<Neighbor> kept, double limit = double.PositiveInfinity)
{
    private readonly Span<Neighbor> _kept = kept;

    public int Count { get; private set; }

    /// <summary>A point at this distance or beyond is not kept, unless its number is lower than that of an equally distant one.</summary>
    public double Bound { get; private set; } = limit;

    public readonly bool IsFull => Count == _kept.Length;

    public void Add(int number, double distance)
    {
        bool isKept = IsFull ? IsBefore(number, distance, _kept[^1]) : distance < Bound;
        if (!isKept)
        {
            return;
        }

        int place = PlaceOf(number, distance);
        Count += IsFull ? 0 : 1;
        _kept[place..(Count - 1)].CopyTo(_kept[(place + 1)..]);
        _kept[place] = new Neighbor(number, 0, distance);
        Bound = IsFull ? _kept[^1].DistanceMeters : Bound;
    }

    /// <summary>How many of the points kept come before this one.</summary>
    private readonly int PlaceOf(int number, double distance)
    {
        (int low, int high) = (0, Count);
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = IsBefore(number, distance, _kept[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static bool IsBefore(int number, double distance, in Neighbor other) =>
        distance < other.DistanceMeters || (distance == other.DistanceMeters && number < other.Id);
}

namespace SpatialIndex;

/// <summary>
/// Orders points so that every leaf of the tree is one run: each range is split at its middle leaf boundary along the widest
/// axis, by selection. Ties are broken by id, so that the order depends on the points alone.
/// </summary>
internal sealed class KdTreePartition
{
    private readonly long[] _ids;
    private readonly float[] _keys;
    private readonly int _depth;

    public KdTreePartition(ReadOnlySpan<double> latitudes, ReadOnlySpan<double> longitudes, ReadOnlySpan<long> ids, int depth)
    {
        int count = ids.Length;
        _depth = depth;
        _ids = ids.ToArray();
        _keys = new float[count];
        X = new float[count];
        Y = new float[count];
        Z = new float[count];
        Order = new int[count];
        for (int i = 0; i < count; i++)
        {
            var vector = new UnitVector(new GeoPoint { Latitude = latitudes[i], Longitude = longitudes[i] });
            X[i] = (float)vector.X;
            Y[i] = (float)vector.Y;
            Z[i] = (float)vector.Z;
            Order[i] = i;
        }

        Split(level: 0, leaf: 0);
    }

    public float[] X { get; }

    public float[] Y { get; }

    public float[] Z { get; }

    /// <summary>Which of the points handed in stands in each row.</summary>
    public int[] Order { get; }

    /// <summary>Splits the range of the node at the given level whose first leaf is given.</summary>
    private void Split(int level, int leaf)
    {
        int leaves = 1 << (_depth - level);
        int start = KdTreeShape.LeafStart(leaf, Order.Length, _depth);
        int end = KdTreeShape.LeafStart(leaf + leaves, Order.Length, _depth);
        if (level == _depth)
        {
            SortById(start, end);
            return;
        }

        float[] axis = WidestAxis(start, end);
        for (int i = start; i < end; i++)
        {
            _keys[i] = axis[Order[i]];
        }

        int middle = KdTreeShape.LeafStart(leaf + (leaves / 2), Order.Length, _depth);
        Select(start, end - 1, middle);
        Split(level + 1, leaf);
        Split(level + 1, leaf + (leaves / 2));
    }

    private void SortById(int start, int end)
    {
        Span<int> run = Order.AsSpan(start, end - start);
        run.Sort((a, b) => _ids[a].CompareTo(_ids[b]));
    }

    private float[] WidestAxis(int start, int end)
    {
        ReadOnlySpan<int> run = Order.AsSpan(start, end - start);
        float x = Extent(X, run);
        float y = Extent(Y, run);
        float z = Extent(Z, run);
        return x >= y && x >= z ? X : y >= z ? Y : Z;
    }

    private static float Extent(float[] axis, ReadOnlySpan<int> run)
    {
        float least = float.PositiveInfinity;
        float greatest = float.NegativeInfinity;
        foreach (int i in run)
        {
            least = Math.Min(least, axis[i]);
            greatest = Math.Max(greatest, axis[i]);
        }

        return greatest - least;
    }

    /// <summary>
    /// Quickselect (C. A. R. Hoare, "Algorithm 65: Find", CACM 4 (1961), 321) with the median of three as pivot: afterwards the
    /// rows before <paramref name="rank"/> hold lower (key, id) and those after it higher ones.
    /// </summary>
    private void Select(int low, int high, int rank)
    {
        while (low < high)
        {
            int middle = low + ((high - low) >> 1);
            OrderPair(low, middle);
            OrderPair(low, high);
            OrderPair(middle, high);
            float pivotKey = _keys[middle];
            long pivotId = _ids[Order[middle]];

            int i = low;
            int j = high;
            while (i <= j)
            {
                while (Compare(i, pivotKey, pivotId) < 0)
                {
                    i++;
                }

                while (Compare(j, pivotKey, pivotId) > 0)
                {
                    j--;
                }

                if (i <= j)
                {
                    Swap(i++, j--);
                }
            }

            if (rank <= j)
            {
                high = j;
            }
            else if (rank >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    private void OrderPair(int first, int second)
    {
        if (Compare(second, _keys[first], _ids[Order[first]]) < 0)
        {
            Swap(first, second);
        }
    }

    private int Compare(int row, float key, long id)
    {
        float own = _keys[row];
        return own < key ? -1 : own > key ? 1 : _ids[Order[row]].CompareTo(id);
    }

    private void Swap(int a, int b)
    {
        (_keys[a], _keys[b]) = (_keys[b], _keys[a]);
        (Order[a], Order[b]) = (Order[b], Order[a]);
    }
}

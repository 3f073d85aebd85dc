namespace SpatialIndex;

/// <summary>The columns as spans and the filter in the form that a search tests: made once a query, on the stack.</summary>
internal readonly ref struct KdTreeView
{
    private readonly ReadOnlySpan<float> _x;
    private readonly ReadOnlySpan<float> _y;
    private readonly ReadOnlySpan<float> _z;
    private readonly ReadOnlySpan<ushort> _classes;
    private readonly ReadOnlySpan<long> _expiries;
    private readonly ReadOnlySpan<float> _nodeBounds;
    private readonly ReadOnlySpan<ulong> _nodeClasses;
    private readonly ReadOnlySpan<long> _nodeExpiries;
    private readonly ReadOnlySpan<ulong> _allowed;
    private readonly bool _hasClasses;
    private readonly long _notExpiredAt;
    private readonly int _depth;

    public KdTreeView(KdTreeColumns columns, PointFilter filter)
    {
        if (filter.Classes is { } classes)
        {
            if (classes.ClassCount != columns.ClassCount)
            {
                throw new ArgumentException(
                    $"The class set was made for {classes.ClassCount} classes, but the tree has {columns.ClassCount}.", nameof(filter));
            }

            _hasClasses = true;
            _allowed = classes.Words;
        }

        _notExpiredAt = filter.NotExpiredAt ?? long.MinValue;
        _depth = columns.Depth;
        _x = columns.X.Span;
        _y = columns.Y.Span;
        _z = columns.Z.Span;
        _classes = columns.Classes.Span;
        _expiries = columns.Expiries.Span;
        _nodeBounds = columns.NodeBounds.Span;
        _nodeClasses = columns.NodeClasses.Span;
        _nodeExpiries = columns.NodeExpiries.Span;
        Latitudes = columns.Latitudes.Span;
        Longitudes = columns.Longitudes.Span;
        Ids = columns.Ids.Span;
        FirstLeaf = KdTreeShape.FirstLeaf(columns.Depth);
    }

    public ReadOnlySpan<double> Latitudes { get; }

    public ReadOnlySpan<double> Longitudes { get; }

    public ReadOnlySpan<long> Ids { get; }

    public int FirstLeaf { get; }

    public ReadOnlySpan<float> Bounds(int node) => _nodeBounds.Slice(6 * node, 6);

    public (int Start, int End) Rows(int leafNode)
    {
        int leaf = leafNode - FirstLeaf;
        return (KdTreeShape.LeafStart(leaf, Ids.Length, _depth), KdTreeShape.LeafStart(leaf + 1, Ids.Length, _depth));
    }

    /// <summary>Whether the points below a node can pass the filter.</summary>
    public bool MayMatch(int node) => _nodeExpiries[node] >= _notExpiredAt && (!_hasClasses || HasAllowedClass(node));

    /// <summary>Whether the point in a row passes the filter.</summary>
    public bool Matches(int row)
    {
        int classNumber = _classes[row];
        return _expiries[row] >= _notExpiredAt && (!_hasClasses || (_allowed[classNumber >> 6] >> (classNumber & 63) & 1) != 0);
    }

    /// <summary>The squared chord from a vector to the nearest corner, edge or face of a node's box: a lower bound for its points.</summary>
    public double SquaredChordTo(int node, in UnitVector from)
    {
        ReadOnlySpan<float> bounds = Bounds(node);
        double x = Outside(from.X, bounds[0], bounds[1]);
        double y = Outside(from.Y, bounds[2], bounds[3]);
        double z = Outside(from.Z, bounds[4], bounds[5]);
        return (x * x) + (y * y) + (z * z);
    }

    public double SquaredChordToRow(int row, in UnitVector from)
    {
        double x = from.X - _x[row];
        double y = from.Y - _y[row];
        double z = from.Z - _z[row];
        return (x * x) + (y * y) + (z * z);
    }

    private static double Outside(double value, float least, float greatest) =>
        Math.Max(0, Math.Max(least - value, value - greatest));

    private bool HasAllowedClass(int node)
    {
        ReadOnlySpan<ulong> mask = _nodeClasses.Slice(node * _allowed.Length, _allowed.Length);
        for (int word = 0; word < mask.Length; word++)
        {
            if ((mask[word] & _allowed[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }
}

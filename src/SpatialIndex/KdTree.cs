namespace SpatialIndex;

/// <summary>
/// An immutable index of points on the sphere for exact nearest, radius and box searches with filters.
/// Safe to use from any number of threads; no search allocates.
/// </summary>
/// <remarks>
/// The tree splits latitudes and longitudes, bounds distances by the haversine itself and never measures in the plane: the poles and the
/// antimeridian are not special. Answers are in total order, by unrounded haversine distance and then by id, and equal what a scan over
/// all points would give. Made by <see cref="KdTreeBuilder"/> or opened over stored bytes.
/// </remarks>
public sealed unsafe class KdTree
{
    /// <summary>The largest number of classes a tree can tell apart.</summary>
    public const int MaxClassCount = 65_536;

    private readonly ReadOnlyMemory<byte> _data;
    private readonly KdTreeLayout _layout;

    private KdTree(ReadOnlyMemory<byte> data, KdTreeLayout layout)
    {
        _data = data;
        _layout = layout;
    }

    /// <summary>The number of points.</summary>
    public int Count => _layout.Header.Count;

    /// <summary>The number of classes that points may belong to.</summary>
    public int ClassCount => _layout.Header.ClassCount;

    /// <summary>The whole tree as bytes, to be stored; what is searched is nothing but these.</summary>
    public ReadOnlyMemory<byte> Data => _data;

    internal KdTreeLayout Layout => _layout;

    /// <summary>
    /// Opens a tree over stored bytes, which are used in place and must not change. They are searched fastest when they start at a
    /// multiple of 64. Reads all nodes, classes, positions and row numbers once; whatever the bytes, searches then stay inside of them and end.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes do not form a tree; the message says what is wrong.</exception>
    public static KdTree Open(ReadOnlyMemory<byte> data) => new(data, KdTreeValidation.Validate(data.Span));

    /// <summary>A tree over bytes that are known to be sound.</summary>
    internal static KdTree Over(ReadOnlyMemory<byte> data, KdTreeLayout layout) => new(data, layout);

    /// <summary>
    /// Checks that all that is derived follows from the points, which <see cref="Open"/> takes on trust: from wrong nodes
    /// searches would miss points. Costs less than building.
    /// </summary>
    /// <exception cref="InvalidDataException">A part does not follow; the message says which.</exception>
    public void Verify() => KdTreeValidation.ThrowIfInconsistent(_data.Span, _layout);

    /// <summary>The nearest points: at most as many as <paramref name="results"/> holds, nearest first.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter = default) =>
        Nearest(center, double.PositiveInfinity, default(Everywhere), results, filter);

    /// <summary>The nearest points within a radius, edge included: at most as many as <paramref name="results"/> holds, nearest first.</summary>
    /// <param name="center">The reference point.</param>
    /// <param name="radiusMeters">Metres, 0 or more; half the circumference and above mean everywhere.</param>
    /// <param name="results">Receives the points.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number.</exception>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results, PointFilter filter = default)
    {
        if (!(radiusMeters >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(radiusMeters), radiusMeters, "A radius is 0 metres or more.");
        }

        return Nearest(center, radiusMeters, default(Everywhere), results, filter);
    }

    /// <summary>The points in a box that are nearest to a reference point, which may lie outside it; nearest first.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int NearestInBox(GeoPoint center, BoundingBox box, Span<Neighbor> results, PointFilter filter = default) =>
        Nearest(center, double.PositiveInfinity, new InsideBox(box), results, filter);

    /// <summary>The points in a box with the lowest ids, in ascending order; their distance is NaN.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int InBox(BoundingBox box, Span<Neighbor> results, PointFilter filter = default)
    {
        var lowest = new LowestIdCollector(results);
        CollectInBox(box, filter, ref lowest);
        return lowest.Sort();
    }

    /// <summary>
    /// Points in a box, in no order that means anything and with NaN for a distance: all, or as many as <paramref name="results"/> holds.
    /// Quicker than <see cref="InBox"/>, because it stops when there are enough and orders nothing.
    /// </summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int AnyInBox(BoundingBox box, Span<Neighbor> results, PointFilter filter = default)
    {
        var first = new FirstRowCollector(results);
        CollectInBox(box, filter, ref first);
        return first.Count;
    }

    /// <summary>The points anywhere with the lowest ids, in ascending order; their distance is NaN.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int LowestIds(Span<Neighbor> results, PointFilter filter = default)
    {
        fixed (byte* start = _data.Span)
        fixed (ulong* classes = Words(filter))
        fixed (ulong* nodeClasses = NodeWords(filter))
        {
            var tree = new KdTreeView(_layout, start);
            var test = new FilteredPoints(tree, filter, classes, nodeClasses);
            int count = 0;
            int end = test.MayMatch(tree) ? Count : 0;
            for (int i = 0; i < end && count < results.Length; i++)
            {
                int row = tree.RowsById[i];
                if (test.Matches(tree, row))
                {
                    results[count++] = new Neighbor(tree.Records[row].Id, row, double.NaN);
                }
            }

            return count;
        }
    }

    /// <summary>Finds the row of an id.</summary>
    /// <returns>The row, or −1 when no point has the id.</returns>
    public int RowOf(long id)
    {
        ReadOnlySpan<KdTreeRecord> records = Part<KdTreeRecord>(_layout.Records, Count);
        ReadOnlySpan<int> rowsById = Part<int>(_layout.RowsById, Count);
        int low = 0;
        int high = rowsById.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (records[rowsById[middle]].Id < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < rowsById.Length && records[rowsById[low]].Id == id ? rowsById[low] : -1;
    }

    /// <summary>The row that stands at a place, 0 to Count − 1, in ascending order of ids.</summary>
    public int RowInIdOrder(int place) => Part<int>(_layout.RowsById, Count)[place];

    /// <summary>The position of the point in a row.</summary>
    public GeoPoint PointAt(int row)
    {
        KdTreeRecord record = Part<KdTreeRecord>(_layout.Records, Count)[row];
        return new GeoPoint { Latitude = record.Latitude, Longitude = record.Longitude };
    }

    /// <summary>The id of the point in a row.</summary>
    public long IdAt(int row) => Part<KdTreeRecord>(_layout.Records, Count)[row].Id;

    /// <summary>The class of the point in a row.</summary>
    public int ClassAt(int row) => Part<ushort>(_layout.Classes, Count)[row];

    /// <summary>The last instant at which the point in a row is valid.</summary>
    public long ExpiryAt(int row) => _layout.Header.HasExpiries
        ? Part<long>(_layout.Expiries, Count)[row]
        : Part<long>(_layout.ExpiryTable, _layout.Header.ExpiryTableLength)[Part<ushort>(_layout.ExpiryRanks, Count)[row]];

    private static bool IsOpen(in PointFilter filter) => filter.Classes is null && filter.NotExpiredAt is null;

    private static ReadOnlySpan<ulong> NodeWords(in PointFilter filter) => filter.Classes is { } classes ? classes.NodeWords : default;

    private int Nearest<TArea>(GeoPoint center, double radiusMeters, TArea area, Span<Neighbor> results, in PointFilter filter)
        where TArea : struct, IArea
    {
        fixed (byte* start = _data.Span)
        fixed (ulong* classes = Words(filter))
        fixed (ulong* nodeClasses = NodeWords(filter))
        {
            var tree = new KdTreeView(_layout, start);
            return IsOpen(filter)
                ? KdTreeSearch.Nearest(tree, center, radiusMeters, default(EveryPoint), area, results)
                : KdTreeSearch.Nearest(tree, center, radiusMeters, new FilteredPoints(tree, filter, classes, nodeClasses), area, results);
        }
    }

    private void CollectInBox<TCollector>(BoundingBox box, in PointFilter filter, ref TCollector collector)
        where TCollector : struct, IRowCollector, allows ref struct
    {
        fixed (byte* start = _data.Span)
        fixed (ulong* classes = Words(filter))
        fixed (ulong* nodeClasses = NodeWords(filter))
        {
            var tree = new KdTreeView(_layout, start);
            if (IsOpen(filter))
            {
                KdTreeBoxSearch.Collect(tree, box, default(EveryPoint), ref collector);
            }
            else
            {
                KdTreeBoxSearch.Collect(tree, box, new FilteredPoints(tree, filter, classes, nodeClasses), ref collector);
            }
        }
    }

    private ReadOnlySpan<ulong> Words(in PointFilter filter)
    {
        if (filter.Classes is not { } classes)
        {
            return default;
        }

        return classes.ClassCount == ClassCount
            ? classes.Words
            : throw new ArgumentException(
                $"The class set was made for {classes.ClassCount} classes, but the tree has {ClassCount}.", nameof(filter));
    }

    private ReadOnlySpan<T> Part<T>(int start, int count)
        where T : unmanaged => KdTreeLayout.Part<T>(_data.Span, start, count);
}

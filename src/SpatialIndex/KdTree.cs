namespace SpatialIndex;

/// <summary>
/// An immutable index of points on the sphere for exact nearest, radius and box searches with filters.
/// Safe to use from any number of threads; no search allocates.
/// </summary>
/// <remarks>
/// Points are indexed as 3-D unit vectors, whose squared distance orders like the great-circle distance everywhere: the
/// poles and the antimeridian are not special. Answers are in total order, by unrounded haversine distance and then by id,
/// and equal what a scan over all points would give. Made by <see cref="KdTreeBuilder"/> or from stored columns.
/// </remarks>
public sealed class KdTree
{
    /// <summary>The largest number of classes a tree can tell apart.</summary>
    public const int MaxClassCount = 65_536;

    private readonly KdTreeColumns _columns;

    private KdTree(KdTreeColumns columns) => _columns = columns;

    /// <summary>The number of points.</summary>
    public int Count => _columns.Ids.Length;

    /// <summary>The number of classes that points may belong to.</summary>
    public int ClassCount => _columns.ClassCount;

    /// <summary>The columns of the tree, to be stored.</summary>
    public KdTreeColumns Columns => _columns;

    /// <summary>Opens a tree over stored columns, which are used in place and must not change.</summary>
    /// <exception cref="InvalidDataException">The columns do not form a tree; the message says which one is wrong.</exception>
    public static KdTree FromColumns(KdTreeColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        KdTreeValidation.ThrowIfInvalid(columns);
        return new KdTree(columns);
    }

    /// <summary>
    /// Checks that vectors and nodes follow from the points, which <see cref="FromColumns"/> takes on trust: from wrong ones
    /// searches would miss points. Costs about as much as building.
    /// </summary>
    /// <exception cref="InvalidDataException">A column does not follow; the message says which.</exception>
    public void Verify() => KdTreeValidation.ThrowIfInconsistent(_columns);

    /// <summary>The nearest points: at most as many as <paramref name="results"/> holds, nearest first.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    public int Nearest(GeoPoint center, Span<Neighbor> results, PointFilter filter = default) =>
        KdTreeSearch.Nearest(_columns, center, double.PositiveInfinity, default(Everywhere), filter, results);

    /// <summary>The nearest points within a radius, edge included: at most as many as <paramref name="results"/> holds, nearest first.</summary>
    /// <param name="center">The reference point.</param>
    /// <param name="radiusMeters">Metres, 0 or more; half the circumference and above mean everywhere.</param>
    /// <param name="results">Receives the points.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number.</exception>
    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results, PointFilter filter = default)
    {
        if (!(radiusMeters >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(radiusMeters), radiusMeters, "A radius is 0 metres or more.");
        }

        return KdTreeSearch.Nearest(_columns, center, radiusMeters, default(Everywhere), filter, results);
    }

    /// <summary>The points in a box that are nearest to a reference point, which may lie outside it; nearest first.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    public int NearestInBox(GeoPoint center, BoundingBox box, Span<Neighbor> results, PointFilter filter = default) =>
        KdTreeSearch.Nearest(_columns, center, double.PositiveInfinity, new InsideBox(box), filter, results);

    /// <summary>The points in a box with the lowest ids, in ascending order; their distance is NaN.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    public int InBox(BoundingBox box, Span<Neighbor> results, PointFilter filter = default) =>
        KdTreeSearch.LowestIds(_columns, new InsideBox(box), filter, results);

    /// <summary>The points anywhere with the lowest ids, in ascending order; their distance is NaN.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    public int LowestIds(Span<Neighbor> results, PointFilter filter = default) =>
        KdTreeSearch.LowestIdsAnywhere(_columns, filter, results);

    /// <summary>Finds the row of an id.</summary>
    /// <returns>The row, or −1 when no point has the id.</returns>
    public int RowOf(long id)
    {
        ReadOnlySpan<long> ids = _columns.Ids.Span;
        ReadOnlySpan<int> rowsById = _columns.RowsById.Span;
        int low = 0;
        int high = rowsById.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (ids[rowsById[middle]] < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < rowsById.Length && ids[rowsById[low]] == id ? rowsById[low] : -1;
    }

    /// <summary>The position of the point in a row.</summary>
    public GeoPoint PointAt(int row) => new() { Latitude = _columns.Latitudes.Span[row], Longitude = _columns.Longitudes.Span[row] };

    /// <summary>The id of the point in a row.</summary>
    public long IdAt(int row) => _columns.Ids.Span[row];

    /// <summary>The class of the point in a row.</summary>
    public int ClassAt(int row) => _columns.Classes.Span[row];

    /// <summary>The last instant at which the point in a row is valid.</summary>
    public long ExpiryAt(int row) => _columns.Expiries.Span[row];
}

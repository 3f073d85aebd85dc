namespace SpatialIndex;

/// <summary>
/// An immutable index of points on the sphere for exact nearest, radius and box searches with filters.
/// Safe to use from any number of threads; no search allocates, but a batch on several threads does.
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
        Answer(new NearestQuery<Everywhere>(center, double.PositiveInfinity, default, results), filter);

    /// <inheritdoc cref="Nearest(GeoPoint, Span{Neighbor}, PointFilter)"/>
    /// <param name="center">The reference point.</param>
    /// <param name="results">Receives the points.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <param name="explanation">Receives what the search did.</param>
    public int ExplainNearest(GeoPoint center, Span<Neighbor> results, PointFilter filter, out SearchExplanation explanation) =>
        Answer(new NearestQuery<Everywhere>(center, double.PositiveInfinity, default, results), filter, out explanation);

    /// <summary>The nearest points within a radius, edge included: at most as many as <paramref name="results"/> holds, nearest first.</summary>
    /// <param name="center">The reference point.</param>
    /// <param name="radiusMeters">Metres, 0 or more; half the circumference and above mean everywhere.</param>
    /// <param name="results">Receives the points.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number.</exception>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int NearestWithin(GeoPoint center, double radiusMeters, Span<Neighbor> results, PointFilter filter = default) =>
        Answer(new NearestQuery<Everywhere>(center, Radius(radiusMeters), default, results), filter);

    /// <inheritdoc cref="NearestWithin(GeoPoint, double, Span{Neighbor}, PointFilter)"/>
    /// <param name="center">The reference point.</param>
    /// <param name="radiusMeters">Metres, 0 or more; half the circumference and above mean everywhere.</param>
    /// <param name="results">Receives the points.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <param name="explanation">Receives what the search did.</param>
    public int ExplainNearestWithin(
        GeoPoint center, double radiusMeters, Span<Neighbor> results, PointFilter filter, out SearchExplanation explanation) =>
        Answer(new NearestQuery<Everywhere>(center, Radius(radiusMeters), default, results), filter, out explanation);

    /// <summary>
    /// Many nearest searches at once, each as by <see cref="NearestWithin"/>: along a Hilbert curve, so that neighbouring searches read the
    /// same memory and know from each other how far to look, and on several threads. Allocates nothing on one thread but what it rents.
    /// </summary>
    /// <param name="centers">The reference points.</param>
    /// <param name="limit">How many results each search may have, 1 or more.</param>
    /// <param name="results">Receives the results: those of the search i from i times <paramref name="limit"/> on, nearest first; the rest is unspecified.</param>
    /// <param name="counts">Receives how many results each search has.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <param name="radiusMeters">Metres, 0 or more; by default everywhere.</param>
    /// <param name="maxThreads">How many threads may work on it, 1 or more; by default one a processor. The results do not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit, the radius or the number of threads is out of range.</exception>
    /// <exception cref="ArgumentException">A span is too short, or the filter's class set was made for another number of classes.</exception>
    public void NearestBatch(
        ReadOnlySpan<GeoPoint> centers,
        int limit,
        Span<Neighbor> results,
        Span<int> counts,
        PointFilter filter = default,
        double radiusMeters = double.PositiveInfinity,
        int? maxThreads = null)
    {
        int threads = maxThreads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(maxThreads));
        if (results.Length < (long)centers.Length * limit || counts.Length < centers.Length)
        {
            throw new ArgumentException($"{centers.Length} searches need room for {centers.Length} counts and {limit} results each.");
        }

        counts[..centers.Length].Clear();
        fixed (GeoPoint* first = centers)
        fixed (Neighbor* firstResult = results)
        fixed (int* firstCount = counts)
        {
            Answer(new BatchQuery(first, centers.Length, limit, firstResult, firstCount, Radius(radiusMeters), threads), filter);
        }
    }

    /// <summary>The points in a box that are nearest to a reference point, which may lie outside it; nearest first.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int NearestInBox(GeoPoint center, BoundingBox box, Span<Neighbor> results, PointFilter filter = default) =>
        Answer(new NearestQuery<InsideBox>(center, double.PositiveInfinity, new InsideBox(box), results), filter);

    /// <inheritdoc cref="NearestInBox(GeoPoint, BoundingBox, Span{Neighbor}, PointFilter)"/>
    /// <param name="center">The reference point.</param>
    /// <param name="box">The box.</param>
    /// <param name="results">Receives the points.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <param name="explanation">Receives what the search did.</param>
    public int ExplainNearestInBox(
        GeoPoint center, BoundingBox box, Span<Neighbor> results, PointFilter filter, out SearchExplanation explanation) =>
        Answer(new NearestQuery<InsideBox>(center, double.PositiveInfinity, new InsideBox(box), results), filter, out explanation);

    /// <summary>The points in a box with the lowest ids, in ascending order; their distance is NaN.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int InBox(BoundingBox box, Span<Neighbor> results, PointFilter filter = default) =>
        Answer(new BoxQuery(box, isAnyOrder: false, results), filter);

    /// <inheritdoc cref="InBox(BoundingBox, Span{Neighbor}, PointFilter)"/>
    /// <param name="box">The box.</param>
    /// <param name="results">Receives the points.</param>
    /// <param name="filter">What the points must satisfy.</param>
    /// <param name="explanation">Receives what the search did.</param>
    public int ExplainInBox(BoundingBox box, Span<Neighbor> results, PointFilter filter, out SearchExplanation explanation) =>
        Answer(new BoxQuery(box, isAnyOrder: false, results), filter, out explanation);

    /// <summary>
    /// Points in a box, in no order that means anything and with NaN for a distance: all, or as many as <paramref name="results"/> holds.
    /// Quicker than <see cref="InBox(BoundingBox, Span{Neighbor}, PointFilter)"/>, because it stops when there are enough and orders nothing.
    /// </summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int AnyInBox(BoundingBox box, Span<Neighbor> results, PointFilter filter = default) =>
        Answer(new BoxQuery(box, isAnyOrder: true, results), filter);

    /// <summary>The points anywhere with the lowest ids, in ascending order; their distance is NaN.</summary>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ArgumentException">The filter's class set was made for another number of classes.</exception>
    public int LowestIds(Span<Neighbor> results, PointFilter filter = default) => Answer(new LowestIdsQuery(results), filter);

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
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public int RowInIdOrder(int place) => Part<int>(_layout.RowsById, Count)[Checked(place)];

    /// <summary>The position of the point in a row, 0 to Count − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public GeoPoint PointAt(int row)
    {
        KdTreeRecord record = Part<KdTreeRecord>(_layout.Records, Count)[Checked(row)];
        return new GeoPoint { Latitude = record.Latitude, Longitude = record.Longitude };
    }

    /// <summary>The id of the point in a row, 0 to Count − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public long IdAt(int row) => Part<KdTreeRecord>(_layout.Records, Count)[Checked(row)].Id;

    /// <summary>The class of the point in a row, 0 to Count − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int ClassAt(int row) => Part<ushort>(_layout.Classes, Count)[Checked(row)];

    /// <summary>The last instant at which the point in a row, 0 to Count − 1, is valid.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public long ExpiryAt(int row) => _layout.Header.HasExpiries
        ? Part<long>(_layout.Expiries, Count)[Checked(row)]
        : Part<long>(_layout.ExpiryTable, _layout.Header.ExpiryTableLength)[Part<ushort>(_layout.ExpiryRanks, Count)[Checked(row)]];

    /// <summary>The nearest points by a plan that fits the filter, to compare plans; <see cref="SearchPlan.ClassRuns"/> wants classes that have runs.</summary>
    internal int NearestBy(SearchPlan plan, GeoPoint center, Span<Neighbor> results, PointFilter filter) =>
        Answer(new NearestQuery<Everywhere>(center, double.PositiveInfinity, default, results) { Planned = new PlannedSearch(plan, int.MaxValue) }, filter);

    private int Checked(int row) => (uint)row < (uint)Count
        ? row
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"A row is 0 to {Count - 1}.");

    private static double Radius(double radiusMeters) => radiusMeters >= 0
        ? radiusMeters
        : throw new ArgumentOutOfRangeException(nameof(radiusMeters), radiusMeters, "A radius is 0 metres or more.");

    private int Answer<TQuery>(scoped in TQuery query, in PointFilter filter, out SearchExplanation explanation)
        where TQuery : struct, IQuery, allows ref struct
    {
        SearchWork work = default;
        int count = Answer(query, filter, &work);
        explanation = work.Explain();
        return count;
    }

    /// <summary>Runs a query while everything that it reads is pinned.</summary>
    /// <param name="query">The query.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="work">Where to count what is done; null not to count.</param>
    private int Answer<TQuery>(scoped in TQuery query, in PointFilter filter, SearchWork* work = null)
        where TQuery : struct, IQuery, allows ref struct
    {
        if (filter.Classes is { } set && set.ClassCount != ClassCount)
        {
            throw new ArgumentException($"The class set was made for {set.ClassCount} classes, but the tree has {ClassCount}.", nameof(filter));
        }

        fixed (byte* start = _data.Span)
        {
            var tree = new KdTreeView(_layout, start);
            if (filter.Classes is null && filter.NotExpiredAt is null)
            {
                return Run(query, tree, default(EveryPoint), work);
            }

            ReadOnlySpan<ulong> words = filter.Classes is null ? default : filter.Classes.Words;
            ReadOnlySpan<ulong> nodeWords = filter.Classes is null ? default : filter.Classes.NodeWords;
            fixed (ulong* classes = words)
            fixed (ulong* nodeClasses = nodeWords)
            {
                return Run(query, tree, new FilteredPoints(tree, filter, classes, nodeClasses), work);
            }
        }
    }

    private static int Run<TQuery, TTest>(scoped in TQuery query, in KdTreeView tree, TTest test, SearchWork* work)
        where TQuery : struct, IQuery, allows ref struct
        where TTest : struct, IPointTest
    {
        if (work != null)
        {
            var counted = new CountedPoints<TTest>(test, work);
            return tree.Count > 0 && counted.MayMatch(tree) ? query.Run(tree, counted) : 0;
        }

        return tree.Count > 0 && test.MayMatch(tree) ? query.Run(tree, test) : 0;
    }

    private ReadOnlySpan<T> Part<T>(int start, int count)
        where T : unmanaged => KdTreeLayout.Part<T>(_data.Span, start, count);
}

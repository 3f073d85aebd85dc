using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>
/// Collects points and builds a <see cref="KdTree"/> of them. The same points give the same tree in whatever order they were added.
/// Not safe for use from several threads at once.
/// </summary>
/// <remarks>
/// J. L. Bentley, "Multidimensional binary search trees used for associative searching", CACM 18 (1975), 509: every node
/// splits its points at the median of their widest axis. Here the tree is complete and implicit: sizes follow from the count.
/// </remarks>
public sealed class KdTreeBuilder
{
    private readonly List<double> _latitudes = [];
    private readonly List<double> _longitudes = [];
    private readonly List<long> _ids = [];
    private readonly List<ushort> _classes = [];
    private readonly List<long> _expiries = [];

    /// <summary>Starts without points.</summary>
    /// <param name="classCount">The number of classes that points may belong to, 1 to <see cref="KdTree.MaxClassCount"/>; 1 when there is nothing to tell apart.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public KdTreeBuilder(int classCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classCount, KdTree.MaxClassCount);
        ClassCount = classCount;
    }

    /// <summary>The number of classes that points may belong to.</summary>
    public int ClassCount { get; }

    /// <summary>The number of points added so far.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds a point.</summary>
    /// <param name="id">Any number no other point has.</param>
    /// <param name="point">Where it is.</param>
    /// <param name="classNumber">Its class, 0 to ClassCount − 1.</param>
    /// <param name="expiry">The last instant at which it is valid, in a unit of the caller's choosing; by default it never expires.</param>
    /// <exception cref="ArgumentOutOfRangeException">The class does not exist.</exception>
    public void Add(long id, GeoPoint point, int classNumber = 0, long expiry = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classNumber);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(classNumber, ClassCount);
        _latitudes.Add(point.Latitude);
        _longitudes.Add(point.Longitude);
        _ids.Add(id);
        _classes.Add((ushort)classNumber);
        _expiries.Add(expiry);
    }

    /// <summary>Builds the tree of all points added so far.</summary>
    /// <exception cref="InvalidOperationException">Two points have the same id.</exception>
    public KdTree Build()
    {
        int count = Count;
        int depth = KdTreeShape.DepthFor(count);
        var partition = new KdTreePartition(
            CollectionsMarshal.AsSpan(_latitudes), CollectionsMarshal.AsSpan(_longitudes), CollectionsMarshal.AsSpan(_ids), depth);
        int[] order = partition.Order;
        long[] ids = Permute<long>(CollectionsMarshal.AsSpan(_ids), order);

        var columns = new KdTreeColumns
        {
            Depth = depth,
            ClassCount = ClassCount,
            Latitudes = Permute<double>(CollectionsMarshal.AsSpan(_latitudes), order),
            Longitudes = Permute<double>(CollectionsMarshal.AsSpan(_longitudes), order),
            X = Permute<float>(partition.X, order),
            Y = Permute<float>(partition.Y, order),
            Z = Permute<float>(partition.Z, order),
            Ids = ids,
            Classes = Permute<ushort>(CollectionsMarshal.AsSpan(_classes), order),
            Expiries = Permute<long>(CollectionsMarshal.AsSpan(_expiries), order),
            RowsById = SortRowsById(ids),
            NodeBounds = new float[6 * KdTreeShape.NodeCount(depth)],
            NodeClasses = new ulong[ClassSet.WordCount(ClassCount) * KdTreeShape.NodeCount(depth)],
            NodeExpiries = new long[KdTreeShape.NodeCount(depth)],
        };
        KdTreeNodes.Summarize(columns);
        return KdTree.FromColumns(columns);
    }

    private static T[] Permute<T>(ReadOnlySpan<T> values, int[] order)
    {
        var permuted = new T[order.Length];
        for (int row = 0; row < order.Length; row++)
        {
            permuted[row] = values[order[row]];
        }

        return permuted;
    }

    private static int[] SortRowsById(long[] ids)
    {
        int[] rows = new int[ids.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        long[] sorted = (long[])ids.Clone();
        Array.Sort(sorted, rows);
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                throw new InvalidOperationException($"Two points have the id {sorted[i]}; ids must differ.");
            }
        }

        return rows;
    }
}

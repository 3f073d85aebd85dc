using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>
/// Collects points and builds a <see cref="KdTree"/> of them. The same points give the same tree in whatever order they were added.
/// Not safe for use from several threads at once.
/// </summary>
/// <remarks>
/// J. L. Bentley, "Multidimensional binary search trees used for associative searching", CACM 18 (1975), 509: points are split in two
/// along one axis, and each part again. Here a node has up to 16 children, which four such splits in a row set apart, each along the axis
/// in which its points are wider and between two children. All nodes are full but the last of each level, so that where each lies
/// follows from the count alone.
/// </remarks>
public sealed class KdTreeBuilder
{
    private const int RowsATask = 1 << 14;

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
    /// <param name="maxThreads">How many threads may work on it, 1 or more; by default one a processor. The tree does not depend on it.</param>
    /// <exception cref="InvalidOperationException">Two points have the same id, or there are too many for one tree (about 50 million).</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is less than 1.</exception>
    public KdTree Build(int? maxThreads = null)
    {
        int threads = maxThreads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(maxThreads));
        int[] byId = OrderOfIds();
        ReadOnlySpan<double> latitudes = CollectionsMarshal.AsSpan(_latitudes);
        ReadOnlySpan<double> longitudes = CollectionsMarshal.AsSpan(_longitudes);
        var items = new KdTreePartition.Item[byId.Length];
        for (int rank = 0; rank < items.Length; rank++)
        {
            items[rank] = new KdTreePartition.Item(latitudes[byId[rank]], longitudes[byId[rank]], rank);
        }

        KdTreePartition.Sort(items, new KdTreeShape(items.Length), threads);
        return Arrange(byId, items, threads);
    }

    /// <summary>Which of the points added has the lowest id, which the next, …</summary>
    private int[] OrderOfIds()
    {
        ReadOnlySpan<long> ids = CollectionsMarshal.AsSpan(_ids);
        int[] order = new int[ids.Length];
        bool isAscending = true;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            isAscending &= i == 0 || ids[i] > ids[i - 1];
        }

        if (isAscending)
        {
            return order;
        }

        long[] sorted = ids.ToArray();
        Array.Sort(sorted, order);
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                throw new InvalidOperationException($"Two points have the id {sorted[i]}; ids must differ.");
            }
        }

        return order;
    }

    /// <summary>Puts the points into rows and adds all that follows from them.</summary>
    private unsafe KdTree Arrange(int[] byId, KdTreePartition.Item[] items, int threads)
    {
        ExpiryRanking ranking = ExpiryRanking.Of(CollectionsMarshal.AsSpan(_expiries));
        var header = new KdTreeHeader
        {
            Count = items.Length,
            ClassCount = ClassCount,
            ExpiryTableLength = ranking.Table.Length,
            RunLength = ClassRuns.Length(CollectionsMarshal.AsSpan(_classes), ClassCount),
            HasExpiries = !ranking.IsExact,
        };
        KdTreeLayout layout = NewLayout(header);
        Memory<byte> data = AllocateAligned(layout.Length);
        fixed (byte* start = data.Span)
        {
            *(KdTreeHeader*)start = header;
            var tree = new KdTreeView(layout, start);
            Parallel.For(0, (items.Length + RowsATask - 1) / RowsATask, new ParallelOptions { MaxDegreeOfParallelism = threads }, task =>
                FillRows(tree, byId, items, ranking, task * RowsATask, Math.Min(items.Length, (task + 1) * RowsATask)));
            ranking.Table.CopyTo(new Span<long>(tree.ExpiryTable, ranking.Table.Length));
            KdTreeNodes.Fill(layout, start, threads);
        }

        return KdTree.Over(data, layout);
    }

    private unsafe void FillRows(in KdTreeView tree, int[] byId, KdTreePartition.Item[] items, ExpiryRanking ranking, int start, int end)
    {
        for (int row = start; row < end; row++)
        {
            int rank = items[row].Rank;
            int point = byId[rank];
            tree.Records[row] = new KdTreeRecord(_latitudes[point], _longitudes[point], _ids[point]);
            tree.Classes[row] = _classes[point];
            tree.ExpiryRanks[row] = ranking.RankOf(_expiries[point]);
            tree.RowsById[rank] = row;
            if (tree.Layout.Header.HasExpiries)
            {
                tree.Expiries[row] = _expiries[point];
            }
        }
    }

    /// <exception cref="InvalidOperationException">There are too many points for one tree.</exception>
    internal static KdTreeLayout NewLayout(in KdTreeHeader header)
    {
        try
        {
            return new KdTreeLayout(header);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
    }

    private static Memory<byte> AllocateAligned(int length)
    {
        byte[] bytes = GC.AllocateArray<byte>(length + KdTreeLayout.Alignment, pinned: true);
        nuint address;
        unsafe
        {
            address = (nuint)(void*)Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0);
        }

        return bytes.AsMemory((int)((nuint)KdTreeLayout.Alignment - (address % KdTreeLayout.Alignment)) % KdTreeLayout.Alignment, length);
    }
}

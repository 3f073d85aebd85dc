using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpatialIndex;

/// <summary>Keeps the points of a <see cref="PointFilter"/>, in the form that the nodes of one tree test.</summary>
internal readonly unsafe struct FilteredPoints : IPointTest
{
    private readonly ulong* _classes;
    private readonly ulong* _nodeClasses;
    private readonly int _words;
    private readonly long _notExpiredAt;
    private readonly int _leastRank;
    private readonly bool _hasExpiries;
    private readonly bool _testsAge;
    private readonly bool _fitsOneTable;

    /// <param name="tree">The tree that is searched.</param>
    /// <param name="filter">The filter, made for the class count of the tree.</param>
    /// <param name="classes">The words of the filter's class set, pinned; null without one.</param>
    /// <param name="nodeClasses">The words that its nodes are tested with, pinned; null without a class set.</param>
    public FilteredPoints(in KdTreeView tree, PointFilter filter, ulong* classes, ulong* nodeClasses)
    {
        _classes = classes;
        _nodeClasses = nodeClasses;
        _words = tree.Layout.ClassWords;
        _fitsOneTable = tree.Layout.Header.ClassCount <= ClassSet.TableBits;
        _hasExpiries = tree.Layout.Header.HasExpiries;
        _notExpiredAt = filter.NotExpiredAt ?? long.MinValue;
        _leastRank = filter.NotExpiredAt is { } instant
            ? ExpiryRanking.FirstRankFrom(new ReadOnlySpan<long>(tree.ExpiryTable, tree.Layout.Header.ExpiryTableLength), instant)
            : 0;
        _testsAge = filter.NotExpiredAt is not null && (_leastRank > 0 || _hasExpiries);
    }

    /// <summary>Whether a class that is kept has a point that is young enough.</summary>
    public bool MayMatch(in KdTreeView tree)
    {
        if (_classes == null)
        {
            return _leastRank < tree.Layout.Header.ExpiryTableLength;
        }

        foreach (int number in Classes(tree))
        {
            if (tree.ClassCounts[number] > 0 && tree.ClassExpiries[number] >= _leastRank)
            {
                return true;
            }
        }

        return false;
    }

    public PlannedSearch Plan(in KdTreeView tree, int wanted, bool isBounded) => SearchPlanner.Choose(tree, this, wanted, isBounded);

    public void Follow(SearchPlan plan)
    {
    }

    public int PointsInRuns(in KdTreeView tree)
    {
        if (_classes == null || tree.Layout.Header.RunLength == 0)
        {
            return -1;
        }

        int points = 0;
        foreach (int number in Classes(tree))
        {
            points += tree.ClassCounts[number];
            if (tree.RunStarts[number] < 0)
            {
                return -1;
            }
        }

        return points;
    }

    public uint MatchingChildren(in KdTreeView tree, int node)
    {
        uint children = ChildrenOfClass(tree, node);
        return children == 0 ? 0 : children & ChildrenOfAge(tree, node);
    }

    public uint ChildrenOfClass(in KdTreeView tree, int node) => _nodeClasses == null
        ? ushort.MaxValue
        : ChildrenWithClass(tree.NodeClasses + ((long)node * _words * KdTreeShape.Fanout));

    public uint ChildrenOfAge(in KdTreeView tree, int node) => _leastRank == 0
        ? ushort.MaxValue
        : ChildMasks.From(tree.NodeExpiries + ((long)node * KdTreeShape.Fanout), (ushort)_leastRank);

    public void LookAt(int points)
    {
    }

    public void Prefetch(in KdTreeView tree, int firstRow)
    {
        if (Sse.IsSupported && _classes != null)
        {
            Sse.Prefetch0(tree.Classes + firstRow);
        }

        if (Sse.IsSupported && _leastRank > 0)
        {
            Sse.Prefetch0(tree.ExpiryRanks + firstRow);
        }
    }

    public ClassNumbers Classes(in KdTreeView tree) => new(_classes, ClassSet.WordCount(tree.Layout.Header.ClassCount));

    public uint MatchingRows(in KdTreeView tree, int firstRow, uint rows)
    {
        if (Avx512Vbmi.IsSupported && !_hasExpiries && _fitsOneTable)
        {
            return rows & MatchingRowsByTable(tree, firstRow);
        }

        uint matching = 0;
        for (; rows != 0; rows &= rows - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rows);
            matching |= Matches(tree, firstRow + bit) ? 1u << bit : 0;
        }

        return matching;
    }

    public bool Matches(in KdTreeView tree, int row)
    {
        if (_classes != null)
        {
            int number = tree.Classes[row];
            if ((_classes[number >> 6] >> (number & 63) & 1) == 0)
            {
                return false;
            }
        }

        return !_testsAge || IsYoungEnough(tree, tree.ExpiryRanks[row], row);
    }

    public uint MatchingInRun(in KdTreeView tree, int place, uint bits)
    {
        if (!_testsAge)
        {
            return bits;
        }

        uint young = bits & RanksFrom(tree.RunExpiries + place, (ushort)_leastRank);
        if (!_hasExpiries)
        {
            return young;
        }

        uint matching = 0;
        for (; young != 0; young &= young - 1)
        {
            int bit = BitOperations.TrailingZeroCount(young);
            matching |= IsYoungEnough(tree, tree.RunExpiries[place + bit], tree.RunRows[place + bit]) ? 1u << bit : 0;
        }

        return matching;
    }

    /// <summary>Only in the least rank may expiries differ as to whether they pass.</summary>
    private bool IsYoungEnough(in KdTreeView tree, int rank, int row) =>
        rank >= _leastRank && (rank > _leastRank || !_hasExpiries || tree.Expiries[row] >= _notExpiredAt);

    /// <summary>All 32 rows at once: the set of up to 512 classes is a table of 64 bytes, of which one instruction looks up a byte a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint MatchingRowsByTable(in KdTreeView tree, int firstRow)
    {
        ulong matching = uint.MaxValue;
        if (_classes != null)
        {
            Vector512<ushort> classes = Vector512.Load(tree.Classes + firstRow);
            Vector512<ushort> bytes = Avx512Vbmi.PermuteVar64x8(
                Vector512.Load((byte*)_classes), Vector512.ShiftRightLogical(classes, 3).AsByte()).AsUInt16();
            Vector512<ushort> bits = Avx512BW.ShiftLeftLogicalVariable(Vector512<ushort>.One, classes & Vector512.Create((ushort)7));
            matching = ~Vector512.Equals(bytes & bits, Vector512<ushort>.Zero).ExtractMostSignificantBits();
        }

        if (_leastRank > 0)
        {
            matching &= RanksFrom(tree.ExpiryRanks + firstRow, (ushort)_leastRank);
        }

        return (uint)matching;
    }

    private uint ChildrenWithClass(ulong* words)
    {
        uint children = 0;
        for (int word = 0; word < _words && children != ushort.MaxValue; word++)
        {
            if (_nodeClasses[word] != 0)
            {
                children |= ChildMasks.WithAny(words + (word * KdTreeShape.Fanout), _nodeClasses[word]);
            }
        }

        return children;
    }

    /// <summary>Which of 32 ranks are at least so high, as bits.</summary>
    private static uint RanksFrom(ushort* ranks, ushort least) => ChildMasks.From(ranks, least) | (ChildMasks.From(ranks + 16, least) << 16);
}

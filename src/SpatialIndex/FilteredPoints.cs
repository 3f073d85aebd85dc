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
    }

    public static bool IsOpen => false;

    public bool MayMatch(in KdTreeView tree) =>
        _leastRank < tree.Layout.Header.ExpiryTableLength
        && (_nodeClasses == null || tree.Layout.Shape.NodeCount == 0 || MatchingChildren(tree, tree.Layout.Shape.NodeCount - 1) != 0);

    public uint MatchingChildren(in KdTreeView tree, int node)
    {
        uint children = ushort.MaxValue;
        if (_nodeClasses != null)
        {
            children = ChildrenWithClass(tree.NodeClasses + ((long)node * _words * KdTreeShape.Fanout));
        }

        return _leastRank > 0 && children != 0
            ? children & ChildrenFrom(tree.NodeExpiries + ((long)node * KdTreeShape.Fanout), (ushort)_leastRank)
            : children;
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

        if (_leastRank == 0 && !_hasExpiries)
        {
            return true;
        }

        int rank = tree.ExpiryRanks[row];
        return rank >= _leastRank && (rank > _leastRank || !_hasExpiries || tree.Expiries[row] >= _notExpiredAt);
    }

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
            matching &= Vector512.GreaterThanOrEqual(
                Vector512.Load(tree.ExpiryRanks + firstRow), Vector512.Create((ushort)_leastRank)).ExtractMostSignificantBits();
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
                children |= ChildrenWithAny(words + (word * KdTreeShape.Fanout), _nodeClasses[word]);
            }
        }

        return children;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ChildrenWithAny(ulong* words, ulong bits)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<ulong> mask = Vector512.Create(bits);
            ulong without = Vector512.Equals(Vector512.Load(words) & mask, Vector512<ulong>.Zero).ExtractMostSignificantBits()
                | (Vector512.Equals(Vector512.Load(words + 8) & mask, Vector512<ulong>.Zero).ExtractMostSignificantBits() << 8);
            return (uint)without ^ ushort.MaxValue;
        }

        uint children = 0;
        for (int child = 0; child < KdTreeShape.Fanout; child++)
        {
            children |= (words[child] & bits) != 0 ? 1u << child : 0;
        }

        return children;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ChildrenFrom(ushort* ranks, ushort least)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            return Vector256.GreaterThanOrEqual(Vector256.Load(ranks), Vector256.Create(least)).ExtractMostSignificantBits();
        }

        uint children = 0;
        for (int child = 0; child < KdTreeShape.Fanout; child++)
        {
            children |= ranks[child] >= least ? 1u << child : 0;
        }

        return children;
    }
}

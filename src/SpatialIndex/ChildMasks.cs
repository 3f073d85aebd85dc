using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>Which of 16 children of a node, or rows of a leaf, pass a part of a filter, as bits: the same for every width of vectors.</summary>
internal static unsafe class ChildMasks
{
    /// <summary>The children whose word of classes has any of the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint WithAny(ulong* words, ulong bits) =>
        Vector512.IsHardwareAccelerated ? WithAny512(words, bits) : WithAnyPlain(words, bits);

    /// <summary>The children or rows whose rank is at least so high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint From(ushort* ranks, ushort least) =>
        Vector256.IsHardwareAccelerated ? From256(ranks, least) : FromPlain(ranks, least);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint WithAny512(ulong* words, ulong bits)
    {
        Vector512<ulong> mask = Vector512.Create(bits);
        ulong without = Vector512.Equals(Vector512.Load(words) & mask, Vector512<ulong>.Zero).ExtractMostSignificantBits()
            | (Vector512.Equals(Vector512.Load(words + 8) & mask, Vector512<ulong>.Zero).ExtractMostSignificantBits() << 8);
        return (uint)without ^ ushort.MaxValue;
    }

    internal static uint WithAnyPlain(ulong* words, ulong bits)
    {
        uint children = 0;
        for (int child = 0; child < KdTreeShape.Fanout; child++)
        {
            children |= (words[child] & bits) != 0 ? 1u << child : 0;
        }

        return children;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint From256(ushort* ranks, ushort least) =>
        Vector256.GreaterThanOrEqual(Vector256.Load(ranks), Vector256.Create(least)).ExtractMostSignificantBits();

    internal static uint FromPlain(ushort* ranks, ushort least)
    {
        uint children = 0;
        for (int child = 0; child < KdTreeShape.Fanout; child++)
        {
            children |= ranks[child] >= least ? 1u << child : 0;
        }

        return children;
    }
}

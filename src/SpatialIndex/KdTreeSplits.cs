using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>
/// The four halvings that made the 16 children of a node, as a binary tree in the order of a heap: which child a position falls to, in one
/// cache line and without measuring. Good enough to begin a search at, no more.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal unsafe struct KdTreeSplits
{
    public const int Size = 64;

    private const int Count = KdTreeShape.Fanout - 1;

    /// <summary>In degrees; infinite where there is nothing above.</summary>
    [FieldOffset(0)]
    public fixed float Values[Count];

    /// <summary>Which of the values are latitudes, as bits; the others are longitudes.</summary>
    [FieldOffset(60)]
    public uint Latitudes;

    /// <summary>The splits between the boxes of a node's children.</summary>
    public static KdTreeSplits Between(KdTreeBounds* boxes, int children)
    {
        var splits = default(KdTreeSplits);
        for (int split = 0; split < Count; split++)
        {
            (int first, int half) = Halves(split);
            KdTreeBounds low = All(boxes, first, Math.Min(first + half, children));
            KdTreeBounds high = All(boxes, first + half, Math.Min(first + (2 * half), children));
            double latitudeGap = high.South - low.North;
            double longitudeGap = high.West - low.East;
            bool byLatitude = latitudeGap >= longitudeGap;
            splits.Latitudes |= byLatitude ? 1u << split : 0;
            splits.Values[split] = first + half >= children ? float.PositiveInfinity
                : (float)(byLatitude ? (low.North + high.South) / 2 : (low.East + high.West) / 2);
        }

        return splits;
    }

    /// <summary>The child that a position in degrees falls to; of points at one place split in two, those with the lower ids.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ChildOf(KdTreeSplits* splits, float latitude, float longitude)
    {
        int place = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> values = Vector512.Load(splits->Values);
            uint byLatitude = (uint)Vector512.GreaterThan(Vector512.Create(latitude), values).ExtractMostSignificantBits();
            uint byLongitude = (uint)Vector512.GreaterThan(Vector512.Create(longitude), values).ExtractMostSignificantBits();
            uint above = (byLatitude & splits->Latitudes) | (byLongitude & ~splits->Latitudes);
            while (place < Count)
            {
                place = (2 * place) + 1 + (int)(above >> place & 1);
            }
        }
        else
        {
            while (place < Count)
            {
                float position = (splits->Latitudes >> place & 1) != 0 ? latitude : longitude;
                place = (2 * place) + (position > splits->Values[place] ? 2 : 1);
            }
        }

        return place - Count;
    }

    /// <summary>Whether no position falls to a child that is not one of so many first ones.</summary>
    public bool LeadOnlyTo(int children)
    {
        for (int split = 0; split < Count; split++)
        {
            (int first, int half) = Halves(split);
            if (first < children && first + half >= children && !float.IsPositiveInfinity(Values[split]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A split has so many children, from the first on, below it, and as many above.</summary>
    private static (int First, int Half) Halves(int split)
    {
        int depth = int.Log2(split + 1);
        int half = KdTreeShape.Fanout >> (depth + 1);
        return (2 * half * (split + 1 - (1 << depth)), half);
    }

    private static KdTreeBounds All(KdTreeBounds* boxes, int start, int end)
    {
        KdTreeBounds all = KdTreeBounds.Empty;
        for (int child = start; child < end; child++)
        {
            all = all.With(boxes[child]);
        }

        return all;
    }
}

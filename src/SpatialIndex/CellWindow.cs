using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>A range of latitudes and longitudes in the cells of one node's grid: those it may reach into, and those it surely holds.</summary>
internal readonly unsafe struct CellWindow
{
    private readonly int _south;
    private readonly int _north;
    private readonly int _west;
    private readonly int _east;

    public CellWindow(KdTreeNode* node, double south, double north, LongitudeRange longitudes)
    {
        _south = KdTreeNode.Cell(south, node->MiddleLatitude, node->CellsPerLatitude);
        _north = KdTreeNode.Cell(north, node->MiddleLatitude, node->CellsPerLatitude);
        _west = KdTreeNode.Cell(longitudes.West, node->MiddleLongitude, node->CellsPerLongitude);
        _east = KdTreeNode.Cell(longitudes.East, node->MiddleLongitude, node->CellsPerLongitude);
    }

    /// <summary>The children whose boxes the window reaches into, and among them those that lie inside, as bits.</summary>
    public (uint Reached, uint Inside) Children(KdTreeNode* node)
    {
        uint reached = Overlapping(node->Souths, node->Norths, _south, _north, KdTreeShape.Fanout)
            & Overlapping(node->Wests, node->Easts, _west, _east, KdTreeShape.Fanout);
        return reached == 0
            ? (0, 0)
            : (reached, reached
                & Overlapping(node->Norths, node->Souths, _south + 1, _north - 1, KdTreeShape.Fanout)
                & Overlapping(node->Easts, node->Wests, _west + 1, _east - 1, KdTreeShape.Fanout));
    }

    /// <summary>The rows of a leaf whose cells the window reaches into, and among them those that surely lie inside, as bits.</summary>
    public (uint Reached, uint Inside) Rows(ushort* cells)
    {
        ushort* longitudes = cells + KdTreeShape.LeafSize;
        uint reached = Overlapping(cells, cells, _south, _north, KdTreeShape.LeafSize)
            & Overlapping(longitudes, longitudes, _west, _east, KdTreeShape.LeafSize);
        return reached == 0
            ? (0, 0)
            : (reached, reached
                & Overlapping(cells, cells, _south + 1, _north - 1, KdTreeShape.LeafSize)
                & Overlapping(longitudes, longitudes, _west + 1, _east - 1, KdTreeShape.LeafSize));
    }

    /// <summary>
    /// Of intervals from <paramref name="lows"/> to <paramref name="highs"/> those that meet the range; with the two handed in the other
    /// way round, those that lie in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Overlapping(ushort* lows, ushort* highs, int from, int to, int count)
    {
        if (from > ushort.MaxValue || to < 0 || to < from)
        {
            return 0;
        }

        ushort least = (ushort)Math.Max(0, from);
        ushort greatest = (ushort)Math.Min(ushort.MaxValue, to);
        uint bits = 0;
        if (Vector512.IsHardwareAccelerated && count == Vector512<ushort>.Count)
        {
            return (uint)(Vector512.LessThanOrEqual(Vector512.Load(lows), Vector512.Create(greatest))
                & Vector512.GreaterThanOrEqual(Vector512.Load(highs), Vector512.Create(least))).ExtractMostSignificantBits();
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (int i = 0; i < count; i += Vector256<ushort>.Count)
            {
                bits |= (Vector256.LessThanOrEqual(Vector256.Load(lows + i), Vector256.Create(greatest))
                    & Vector256.GreaterThanOrEqual(Vector256.Load(highs + i), Vector256.Create(least))).ExtractMostSignificantBits() << i;
            }

            return bits;
        }

        for (int i = 0; i < count; i++)
        {
            bits |= lows[i] <= greatest && highs[i] >= least ? 1u << i : 0;
        }

        return bits;
    }
}

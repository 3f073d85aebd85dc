using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpatialIndex;

/// <summary>The inside of a <see cref="BoundingBox"/>.</summary>
internal readonly unsafe struct InsideBox : IArea
{
    private readonly BoundingBox _box;
    private readonly Ranges _ranges;
    private readonly int _rangeCount;

    public InsideBox(BoundingBox box)
    {
        _box = box;
        _rangeCount = LongitudeRange.Of(box, _ranges);
    }

    public uint ReachedChildren(KdTreeNode* node)
    {
        uint reached = 0;
        for (int i = 0; i < _rangeCount; i++)
        {
            reached |= new CellWindow(node, _box.SouthWest.Latitude, _box.NorthEast.Latitude, _ranges[i]).Children(node).Reached;
        }

        return reached;
    }

    public uint ContainedRows(in KdTreeView tree, int firstRow, uint rows)
    {
        uint contained = 0;
        for (; rows != 0; rows &= rows - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rows);
            KdTreeRecord* record = tree.Records + firstRow + bit;
            contained |= _box.Contains(record->Latitude, record->Longitude) ? 1u << bit : 0;
        }

        return contained;
    }

    [InlineArray(LongitudeRange.MaxCount)]
    private struct Ranges
    {
        private LongitudeRange _first;
    }
}

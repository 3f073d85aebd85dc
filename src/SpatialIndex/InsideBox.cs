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

    public uint Contained<TRows>(in KdTreeView tree, TRows rows, uint bits)
        where TRows : struct, IRowNumbers
    {
        uint contained = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            int bit = BitOperations.TrailingZeroCount(bits);
            KdTreeRecord* record = tree.Records + rows[bit];
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

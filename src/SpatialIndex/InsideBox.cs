namespace SpatialIndex;

/// <summary>The inside of a <see cref="BoundingBox"/>.</summary>
internal readonly unsafe struct InsideBox(BoundingBox box) : IArea
{
    private readonly BoundingBox _box = box;

    public static bool IsEverywhere => false;

    public uint ReachedChildren(KdTreeNode* node)
    {
        Span<LongitudeRange> ranges = stackalloc LongitudeRange[LongitudeRange.MaxCount];
        int count = LongitudeRange.Of(_box, ranges);
        uint reached = 0;
        for (int i = 0; i < count; i++)
        {
            reached |= new CellWindow(node, _box.SouthWest.Latitude, _box.NorthEast.Latitude, ranges[i]).Children(node).Reached;
        }

        return reached;
    }

    public bool Contains(double latitude, double longitude) => _box.Contains(latitude, longitude);
}

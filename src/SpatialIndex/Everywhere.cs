namespace SpatialIndex;

/// <summary>The whole sphere.</summary>
internal readonly unsafe struct Everywhere : IArea
{
    public static bool IsEverywhere => true;

    public uint ReachedChildren(KdTreeNode* node) => ushort.MaxValue;

    public bool Contains(double latitude, double longitude) => true;
}

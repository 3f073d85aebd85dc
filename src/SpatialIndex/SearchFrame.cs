using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>What a search remembers of an open node: how far its children are and which of them it has visited.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal unsafe struct SearchFrame
{
    /// <summary>
    /// The squared chord to each child as the bits of a float, the last four replaced by the child's number: integers that order like the
    /// distances. Closed children have the greatest integer.
    /// </summary>
    public fixed int Distances[KdTreeShape.Fanout];

    /// <summary>The distance of the last child visited: as they are visited in order, those above it remain.</summary>
    public int Visited;

    /// <summary>The index of the node on its level.</summary>
    public int Index;

    public KdTreeNode* Node;

    /// <summary>The query in the node's grid, in cells.</summary>
    public float LatitudeCell;

    public float LongitudeCell;

    /// <summary>Whether the short formula holds for the points of this node.</summary>
    public bool IsNear;
}

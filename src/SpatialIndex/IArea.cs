namespace SpatialIndex;

/// <summary>The part of the sphere a search looks at; a struct, so that the search is compiled for each kind.</summary>
internal unsafe interface IArea
{
    /// <summary>The children of a node whose boxes the area may reach into, as bits.</summary>
    uint ReachedChildren(KdTreeNode* node);

    /// <summary>Which of the given rows of a leaf are in the area, as bits: exact.</summary>
    uint ContainedRows(in KdTreeView tree, int firstRow, uint rows);
}

namespace SpatialIndex;

/// <summary>The part of the sphere a search looks at; a struct, so that the search is compiled for each kind.</summary>
internal unsafe interface IArea
{
    /// <summary>The children of a node whose boxes the area may reach into, as bits.</summary>
    uint ReachedChildren(KdTreeNode* node);

    /// <summary>Which of the given candidates are in the area, as bits: exact.</summary>
    uint Contained<TRows>(in KdTreeView tree, TRows rows, uint bits)
        where TRows : struct, IRowNumbers;
}

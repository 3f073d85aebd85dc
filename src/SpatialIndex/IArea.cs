namespace SpatialIndex;

/// <summary>The part of the sphere a search looks at; a struct, so that the search is compiled for each kind.</summary>
internal unsafe interface IArea
{
    /// <summary>Whether the area is the whole sphere, so that nothing needs to be tested.</summary>
    static abstract bool IsEverywhere { get; }

    /// <summary>The children of a node whose boxes the area may reach into, as bits.</summary>
    uint ReachedChildren(KdTreeNode* node);

    /// <summary>Whether a position is in the area: exact.</summary>
    bool Contains(double latitude, double longitude);
}

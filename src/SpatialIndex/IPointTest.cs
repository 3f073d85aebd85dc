namespace SpatialIndex;

/// <summary>Which points a search keeps; a struct, so that the search is compiled for each kind.</summary>
internal unsafe interface IPointTest
{
    /// <summary>Whether any point of the tree can pass.</summary>
    bool MayMatch(in KdTreeView tree);

    /// <summary>The children of a node below which a point may pass, as bits. Children that do not exist may be among them.</summary>
    uint MatchingChildren(in KdTreeView tree, int node);

    /// <summary>Which of the given rows of a leaf pass, as bits.</summary>
    uint MatchingRows(in KdTreeView tree, int firstRow, uint rows);

    /// <summary>Asks for what <see cref="MatchingRows"/> will read.</summary>
    void Prefetch(in KdTreeView tree, int firstRow);

    /// <summary>Whether the point in a row passes.</summary>
    bool Matches(in KdTreeView tree, int row);
}

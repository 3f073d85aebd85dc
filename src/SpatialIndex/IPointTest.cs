namespace SpatialIndex;

/// <summary>Which points a search keeps; a struct, so that the search is compiled for each kind.</summary>
internal unsafe interface IPointTest
{
    /// <summary>Whether any point of the tree can pass.</summary>
    bool MayMatch(in KdTreeView tree);

    /// <summary>How a nearest search should go about it.</summary>
    /// <param name="tree">The tree, in which points may match.</param>
    /// <param name="wanted">How many results are wanted.</param>
    /// <param name="isBounded">Whether a radius or a box bounds the search.</param>
    PlannedSearch Plan(in KdTreeView tree, int wanted, bool isBounded);

    /// <summary>Told how the search goes about it.</summary>
    void Follow(SearchPlan plan);

    /// <summary>How many points the classes that pass have together; −1 when one of them has no run.</summary>
    int PointsInRuns(in KdTreeView tree);

    /// <summary>The children of a node below which a point may pass, as bits. Children that do not exist may be among them.</summary>
    uint MatchingChildren(in KdTreeView tree, int node);

    /// <summary>Those with points of a class that is kept.</summary>
    uint ChildrenOfClass(in KdTreeView tree, int node);

    /// <summary>Those with points that are young enough.</summary>
    uint ChildrenOfAge(in KdTreeView tree, int node);

    /// <summary>Told of so many points that will be looked at one by one.</summary>
    void LookAt(int points);

    /// <summary>Asks for what <see cref="MatchingRows"/> will read.</summary>
    void Prefetch(in KdTreeView tree, int firstRow);

    /// <summary>Which of the given rows of a leaf pass, as bits.</summary>
    uint MatchingRows(in KdTreeView tree, int firstRow, uint rows);

    /// <summary>Whether the point in a row passes.</summary>
    bool Matches(in KdTreeView tree, int row);

    /// <summary>Which of a group of a run's points, of classes that pass, are of an age that passes, as bits.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="place">Where in the runs the group begins.</param>
    /// <param name="bits">Which of the group to test.</param>
    uint MatchingInRun(in KdTreeView tree, int place, uint bits);

    /// <summary>The classes that pass, where the plan is to go over their runs.</summary>
    ClassNumbers Classes(in KdTreeView tree);
}

namespace SpatialIndex;

/// <summary>How a search goes about it.</summary>
public enum SearchPlan
{
    /// <summary>Not at all: no point can pass the filter, or there is no room for a result.</summary>
    Nothing,

    /// <summary>Through the nodes of the tree.</summary>
    Tree,

    /// <summary>Over all points of the classes that the filter keeps, which are few.</summary>
    ClassRuns,
}

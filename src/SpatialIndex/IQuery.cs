namespace SpatialIndex;

/// <summary>A question to a tree that has points which may pass; a struct, so that it is compiled for each kind of filter.</summary>
internal interface IQuery
{
    /// <summary>Answers it and returns how many results there are.</summary>
    int Run<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest;
}

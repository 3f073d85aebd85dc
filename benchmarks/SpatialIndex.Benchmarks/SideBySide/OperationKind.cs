namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>Which search an operation makes.</summary>
internal enum OperationKind
{
    /// <summary>The nearest points.</summary>
    Nearest,

    /// <summary>The nearest points within a radius.</summary>
    Radius,

    /// <summary>The points in a box.</summary>
    Box,
}

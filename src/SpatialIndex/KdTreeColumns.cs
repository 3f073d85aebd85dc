namespace SpatialIndex;

/// <summary>
/// Everything a <see cref="KdTree"/> holds, as flat columns: what to store in a file, and what to open one from without rebuilding.
/// </summary>
/// <remarks>
/// Point columns have one entry a row, in the order of the leaves. Node columns describe an implicit complete binary tree
/// of <see cref="Depth"/> levels below the root: node 0 is the root, the children of node <c>i</c> are <c>2i + 1</c> and
/// <c>2i + 2</c>, and leaf <c>j</c> holds the rows from <c>⌊j·n / 2^depth⌋</c> up to <c>⌊(j + 1)·n / 2^depth⌋</c>.
/// </remarks>
public sealed record KdTreeColumns
{
    /// <summary>Levels below the root, 0 to 26; the tree has 2^(Depth + 1) − 1 nodes.</summary>
    public required int Depth { get; init; }

    /// <summary>The number of classes, 0 to <see cref="KdTree.MaxClassCount"/>.</summary>
    public required int ClassCount { get; init; }

    /// <summary>Degrees, −90 to 90.</summary>
    public required ReadOnlyMemory<double> Latitudes { get; init; }

    /// <summary>Degrees, −180 to 180.</summary>
    public required ReadOnlyMemory<double> Longitudes { get; init; }

    /// <summary>First coordinate of the unit vector, rounded to nearest.</summary>
    public required ReadOnlyMemory<float> X { get; init; }

    /// <summary>Second coordinate of the unit vector, rounded to nearest.</summary>
    public required ReadOnlyMemory<float> Y { get; init; }

    /// <summary>Third coordinate of the unit vector, rounded to nearest.</summary>
    public required ReadOnlyMemory<float> Z { get; init; }

    /// <summary>Ids, each once.</summary>
    public required ReadOnlyMemory<long> Ids { get; init; }

    /// <summary>Class numbers, below <see cref="ClassCount"/>.</summary>
    public required ReadOnlyMemory<ushort> Classes { get; init; }

    /// <summary>The last instant at which each point is valid, in a unit of the caller's choosing.</summary>
    public required ReadOnlyMemory<long> Expiries { get; init; }

    /// <summary>The rows in ascending order of their ids.</summary>
    public required ReadOnlyMemory<int> RowsById { get; init; }

    /// <summary>Six a node: least and greatest x, then y, then z of the points below it.</summary>
    public required ReadOnlyMemory<float> NodeBounds { get; init; }

    /// <summary>One word for every 64 classes (begun) a node: the classes of the points below it.</summary>
    public required ReadOnlyMemory<ulong> NodeClasses { get; init; }

    /// <summary>The latest expiry of the points below each node; <see cref="long.MinValue"/> where there are none.</summary>
    public required ReadOnlyMemory<long> NodeExpiries { get; init; }
}

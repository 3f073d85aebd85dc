using System.Runtime.CompilerServices;

namespace SpatialIndex;

/// <summary>Checks stored columns: at opening whatever could lead a search outside of them, on request all that follows from the points.</summary>
internal static class KdTreeValidation
{
    /// <summary>Compiled at once to its fastest form, because it runs over whole columns when a process has just started.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ThrowIfInvalid(KdTreeColumns columns)
    {
        int count = columns.Ids.Length;
        Require(columns.Depth is >= 0 and <= KdTreeShape.MaxDepth, nameof(columns.Depth), "is not from 0 to 26");
        Require(columns.ClassCount is >= 0 and <= KdTree.MaxClassCount, nameof(columns.ClassCount), "is not from 0 to 65536");
        RequireLength(columns.Latitudes.Length, count, nameof(columns.Latitudes));
        RequireLength(columns.Longitudes.Length, count, nameof(columns.Longitudes));
        RequireLength(columns.X.Length, count, nameof(columns.X));
        RequireLength(columns.Y.Length, count, nameof(columns.Y));
        RequireLength(columns.Z.Length, count, nameof(columns.Z));
        RequireLength(columns.Classes.Length, count, nameof(columns.Classes));
        RequireLength(columns.Expiries.Length, count, nameof(columns.Expiries));
        RequireLength(columns.RowsById.Length, count, nameof(columns.RowsById));

        int nodes = KdTreeShape.NodeCount(columns.Depth);
        RequireLength(columns.NodeBounds.Length, 6L * nodes, nameof(columns.NodeBounds));
        RequireLength(columns.NodeClasses.Length, (long)ClassSet.WordCount(columns.ClassCount) * nodes, nameof(columns.NodeClasses));
        RequireLength(columns.NodeExpiries.Length, nodes, nameof(columns.NodeExpiries));

        foreach (double latitude in columns.Latitudes.Span)
        {
            Require(latitude is >= -90 and <= 90, nameof(columns.Latitudes), "holds a value outside -90 to 90");
        }

        foreach (double longitude in columns.Longitudes.Span)
        {
            Require(longitude is >= -180 and <= 180, nameof(columns.Longitudes), "holds a value outside -180 to 180");
        }

        foreach (ushort classNumber in columns.Classes.Span)
        {
            Require(classNumber < columns.ClassCount, nameof(columns.Classes), "names a class that does not exist");
        }

        RequireAscendingIds(columns);
    }

    public static void ThrowIfInconsistent(KdTreeColumns columns)
    {
        for (int row = 0; row < columns.Ids.Length; row++)
        {
            var vector = new UnitVector(new GeoPoint { Latitude = columns.Latitudes.Span[row], Longitude = columns.Longitudes.Span[row] });
            Require(IsRounded(columns.X.Span[row], vector.X), nameof(columns.X), "is not that of the positions");
            Require(IsRounded(columns.Y.Span[row], vector.Y), nameof(columns.Y), "is not that of the positions");
            Require(IsRounded(columns.Z.Span[row], vector.Z), nameof(columns.Z), "is not that of the positions");
        }

        KdTreeColumns computed = columns with
        {
            NodeBounds = new float[columns.NodeBounds.Length],
            NodeClasses = new ulong[columns.NodeClasses.Length],
            NodeExpiries = new long[columns.NodeExpiries.Length],
        };
        KdTreeNodes.Summarize(computed);
        Require(computed.NodeBounds.Span.SequenceEqual(columns.NodeBounds.Span), nameof(columns.NodeBounds), "is not that of the points");
        Require(computed.NodeClasses.Span.SequenceEqual(columns.NodeClasses.Span), nameof(columns.NodeClasses), "is not that of the points");
        Require(computed.NodeExpiries.Span.SequenceEqual(columns.NodeExpiries.Span), nameof(columns.NodeExpiries), "is not that of the points");
    }

    /// <summary>Sine and cosine may differ in the last bit between machines, so a value that is halfway between two floats may have gone either way.</summary>
    private static bool IsRounded(float stored, double exact) => Math.Abs(stored - exact) <= (Math.Abs(exact) * 6.1e-8) + 1e-15;

    /// <summary>Strictly ascending ids over n rows in range can only be a permutation of all rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RequireAscendingIds(KdTreeColumns columns)
    {
        ReadOnlySpan<long> ids = columns.Ids.Span;
        long previous = 0;
        bool first = true;
        foreach (int row in columns.RowsById.Span)
        {
            Require((uint)row < (uint)ids.Length, nameof(columns.RowsById), "names a row that does not exist");
            Require(first || ids[row] > previous, nameof(columns.RowsById), "is not in ascending order of distinct ids");
            previous = ids[row];
            first = false;
        }
    }

    private static void RequireLength(int actual, long expected, string column)
    {
        if (actual != expected)
        {
            throw new InvalidDataException($"{column} has {actual} entries instead of {expected}.");
        }
    }

    private static void Require(bool condition, string column, string problem)
    {
        if (!condition)
        {
            throw new InvalidDataException($"{column} {problem}.");
        }
    }
}

using System.Runtime.InteropServices;

namespace SpatialIndex.Tests;

/// <summary>Compares all columns of two trees bit by bit.</summary>
internal static class ColumnsAssert
{
    public static void Equal(KdTreeColumns expected, KdTreeColumns actual)
    {
        Assert.Equal((expected.Depth, expected.ClassCount), (actual.Depth, actual.ClassCount));
        Equal(expected.Latitudes, actual.Latitudes, nameof(KdTreeColumns.Latitudes));
        Equal(expected.Longitudes, actual.Longitudes, nameof(KdTreeColumns.Longitudes));
        Equal(expected.X, actual.X, nameof(KdTreeColumns.X));
        Equal(expected.Y, actual.Y, nameof(KdTreeColumns.Y));
        Equal(expected.Z, actual.Z, nameof(KdTreeColumns.Z));
        Equal(expected.Ids, actual.Ids, nameof(KdTreeColumns.Ids));
        Equal(expected.Classes, actual.Classes, nameof(KdTreeColumns.Classes));
        Equal(expected.Expiries, actual.Expiries, nameof(KdTreeColumns.Expiries));
        Equal(expected.RowsById, actual.RowsById, nameof(KdTreeColumns.RowsById));
        Equal(expected.NodeBounds, actual.NodeBounds, nameof(KdTreeColumns.NodeBounds));
        Equal(expected.NodeClasses, actual.NodeClasses, nameof(KdTreeColumns.NodeClasses));
        Equal(expected.NodeExpiries, actual.NodeExpiries, nameof(KdTreeColumns.NodeExpiries));
    }

    private static void Equal<T>(ReadOnlyMemory<T> expected, ReadOnlyMemory<T> actual, string column)
        where T : unmanaged
    {
        bool isSame = MemoryMarshal.AsBytes(expected.Span).SequenceEqual(MemoryMarshal.AsBytes(actual.Span));
        Assert.True(isSame, $"{column} differ.");
    }
}

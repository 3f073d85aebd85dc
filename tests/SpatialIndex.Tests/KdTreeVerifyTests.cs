namespace SpatialIndex.Tests;

public class KdTreeVerifyTests
{
    private static readonly KdTreeColumns Sound = BuildColumns();

    [Fact]
    public void Verify_BuiltTree_IsSound() => KdTree.FromColumns(Sound).Verify();

    [Theory]
    [InlineData(nameof(KdTreeColumns.X))]
    [InlineData(nameof(KdTreeColumns.Y))]
    [InlineData(nameof(KdTreeColumns.Z))]
    [InlineData(nameof(KdTreeColumns.NodeBounds))]
    [InlineData(nameof(KdTreeColumns.NodeClasses))]
    [InlineData(nameof(KdTreeColumns.NodeExpiries))]
    public void Verify_ColumnThatDoesNotFollow_ThrowsWithItsName(string column)
    {
        KdTreeColumns wrong = column switch
        {
            nameof(KdTreeColumns.X) => Sound with { X = Changed(Sound.X, static value => value + 1e-6f) },
            nameof(KdTreeColumns.Y) => Sound with { Y = Changed(Sound.Y, static _ => float.NaN) },
            nameof(KdTreeColumns.Z) => Sound with { Z = Changed(Sound.Z, static value => -value) },
            nameof(KdTreeColumns.NodeBounds) => Sound with { NodeBounds = Changed(Sound.NodeBounds, static _ => float.NaN) },
            nameof(KdTreeColumns.NodeClasses) => Sound with { NodeClasses = Changed(Sound.NodeClasses, static _ => 0UL) },
            _ => Sound with { NodeExpiries = Changed(Sound.NodeExpiries, static value => value - 1) },
        };

        var exception = Assert.Throws<InvalidDataException>(KdTree.FromColumns(wrong).Verify);

        Assert.StartsWith(column, exception.Message, StringComparison.Ordinal);
    }

    private static KdTreeColumns BuildColumns()
    {
        var random = new Random(41);
        var builder = new KdTreeBuilder(classCount: 70);
        for (int id = 1; id <= 500; id++)
        {
            builder.Add(id, PointSets.RandomPosition(Distribution.Uniform, random), random.Next(70), random.Next(100));
        }

        return builder.Build().Columns;
    }

    private static ReadOnlyMemory<T> Changed<T>(ReadOnlyMemory<T> column, Func<T, T> change)
    {
        T[] changed = column.ToArray();
        changed[^1] = change(changed[^1]);
        return changed;
    }
}

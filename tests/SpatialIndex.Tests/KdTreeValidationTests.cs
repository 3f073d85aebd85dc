namespace SpatialIndex.Tests;

public sealed class KdTreeValidationTests
{
    private static readonly KdTreeColumns Valid = PointSets.Build(PointSets.Make(Distribution.Mixed, 100, seed: 31)).Columns;

    /// <summary>Each breaks the column that its name begins with.</summary>
    private static readonly Dictionary<string, Func<KdTreeColumns>> Broken = new()
    {
        ["Depth negative"] = () => Valid with { Depth = -1 },
        ["Depth too great"] = () => Valid with { Depth = 27 },
        ["ClassCount negative"] = () => Valid with { ClassCount = -1 },
        ["ClassCount too great"] = () => Valid with { ClassCount = KdTree.MaxClassCount + 1 },
        ["Latitudes short"] = () => Valid with { Latitudes = Valid.Latitudes[1..] },
        ["Latitudes long"] = () => Valid with { Latitudes = new double[101] },
        ["Latitudes too high"] = () => Valid with { Latitudes = With(Valid.Latitudes, 99, Math.BitIncrement(90.0)) },
        ["Latitudes too low"] = () => Valid with { Latitudes = With(Valid.Latitudes, 0, Math.BitDecrement(-90.0)) },
        ["Latitudes not a number"] = () => Valid with { Latitudes = With(Valid.Latitudes, 50, double.NaN) },
        ["Longitudes short"] = () => Valid with { Longitudes = Valid.Longitudes[..99] },
        ["Longitudes too far east"] = () => Valid with { Longitudes = With(Valid.Longitudes, 99, Math.BitIncrement(180.0)) },
        ["Longitudes too far west"] = () => Valid with { Longitudes = With(Valid.Longitudes, 0, Math.BitDecrement(-180.0)) },
        ["Longitudes not a number"] = () => Valid with { Longitudes = With(Valid.Longitudes, 50, double.NaN) },
        ["X short"] = () => Valid with { X = Valid.X[1..] },
        ["Y short"] = () => Valid with { Y = Valid.Y[1..] },
        ["Z short"] = () => Valid with { Z = Valid.Z[1..] },
        ["Classes short"] = () => Valid with { Classes = Valid.Classes[1..] },
        ["Classes beyond the last"] = () => Valid with { Classes = With(Valid.Classes, 99, (ushort)PointSets.ManyClasses) },
        ["Expiries short"] = () => Valid with { Expiries = Valid.Expiries[1..] },
        ["RowsById short"] = () => Valid with { RowsById = Valid.RowsById[1..] },
        ["RowsById beyond the last"] = () => Valid with { RowsById = With(Valid.RowsById, 99, 100) },
        ["RowsById negative"] = () => Valid with { RowsById = With(Valid.RowsById, 0, -1) },
        ["RowsById repeated"] = () => Valid with { RowsById = With(Valid.RowsById, 1, Valid.RowsById.Span[0]) },
        ["RowsById swapped"] = () => Valid with
        {
            RowsById = With(With(Valid.RowsById, 0, Valid.RowsById.Span[1]), 1, Valid.RowsById.Span[0]),
        },
        ["RowsById of equal ids"] = () => Valid with
        {
            Ids = With(Valid.Ids, Valid.RowsById.Span[1], Valid.Ids.Span[Valid.RowsById.Span[0]]),
        },
        ["NodeBounds short"] = () => Valid with { NodeBounds = Valid.NodeBounds[1..] },
        ["NodeBounds of another depth"] = () => Valid with { Depth = Valid.Depth + 1 },
        ["NodeClasses short"] = () => Valid with { NodeClasses = Valid.NodeClasses[1..] },
        ["NodeClasses of another class count"] = () => Valid with { ClassCount = 193 },
        ["NodeExpiries short"] = () => Valid with { NodeExpiries = Valid.NodeExpiries[1..] },
    };

    public static TheoryData<string> Cases => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void FromColumns_OneColumnWrong_ThrowsNamingIt(string problem)
    {
        KdTreeColumns columns = Broken[problem]();

        var exception = Assert.Throws<InvalidDataException>(() => KdTree.FromColumns(columns));

        Assert.Equal(problem.Split(' ')[0], exception.Message.Split(' ')[0]);
    }

    [Fact]
    public void FromColumns_EveryIdMissing_Throws() =>
        Assert.Throws<InvalidDataException>(() => KdTree.FromColumns(Valid with { Ids = default }));

    [Fact]
    public void FromColumns_UnbrokenColumns_AreAccepted() => Assert.Equal(100, KdTree.FromColumns(Valid).Count);

    private static T[] With<T>(ReadOnlyMemory<T> column, int row, T value)
    {
        T[] changed = column.ToArray();
        changed[row] = value;
        return changed;
    }
}

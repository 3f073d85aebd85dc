namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>OpenAddresses as tables with names of columns.</summary>
internal sealed class OpenAddressesCsvReader : NamedTableReader
{
    public override string Kind => "OpenAddresses CSV";

    public override SourceTurn Turn => SourceTurn.HouseNumbers;

    protected override IReadOnlyList<string> Columns { get; } = ["lon", "lat", "number", "street"];

    protected override SourceLine Line(NamedRow row, SourceFile file) =>
        OpenAddress.Line(file, SourceValue.Position(row["lat"], row["lon"]), column => row[column]);
}

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The districts of Berlin's postal codes, which lie beside the other files and say where nothing is.</summary>
internal sealed class BerlinDistrictsReader : NamedTableReader
{
    public override string Kind => "Berlin districts";

    public override SourceTurn Turn => SourceTurn.PostalCodes;

    public override bool MayGiveNothing => true;

    protected override IReadOnlyList<string> Columns { get; } = ["postcode", "district"];

    protected override bool IsHeader(ColumnNames names) => names.Count == Columns.Count && base.IsHeader(names);

    protected override SourceLine Line(NamedRow row, SourceFile file) => GazetteerLoss.NoPosition;
}

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>GeoNames' postal codes as GeoNames has them: twelve columns, separated by tabs.</summary>
internal sealed class GeoNamesPostalReader : PlainTableReader
{
    private const int Country = 0;
    private const int PostalCode = 1;
    private const int Place = 2;
    private const int Region = 3;
    private const int Latitude = 9;
    private const int Longitude = 10;

    public override string Kind => "GeoNames postal codes";

    public override SourceTurn Turn => SourceTurn.PostalCodes;

    protected override string Separators => "\t";

    protected override int ColumnCount => 12;

    protected override bool IsTypical(IReadOnlyList<string> row) =>
        SourceValue.Country(row[Country]) is not null && SourceValue.Position(row[Latitude], row[Longitude]) is not null;

    protected override SourceLine Line(DelimitedRow row) =>
        GeoNamesPostalCode.Line(row[Country], row[PostalCode], row[Place], row[Region], SourceValue.Position(row[Latitude], row[Longitude]));
}

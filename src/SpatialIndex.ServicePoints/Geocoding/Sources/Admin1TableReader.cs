namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>GeoNames' names of first-level divisions as GeoNames has them, <c>admin1CodesASCII.txt</c>: code, name, name in ASCII, id.</summary>
internal sealed class Admin1TableReader(RegionNames regions) : PlainTableReader
{
    public override string Kind => "GeoNames admin1 codes";

    public override SourceTurn Turn => SourceTurn.Regions;

    protected override string Separators => "\t";

    protected override int ColumnCount => 4;

    protected override bool IsTypical(IReadOnlyList<string> row) => row[0].IndexOf('.', StringComparison.Ordinal) == 2 && SourceValue.Country(row[0][..2]) is not null;

    protected override SourceLine Line(DelimitedRow row) => regions.Add(row[0], row[1]);
}

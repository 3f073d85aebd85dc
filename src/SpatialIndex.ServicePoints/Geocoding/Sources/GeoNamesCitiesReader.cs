namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>GeoNames' cities, as in <c>cities1000.txt</c>: the columns of its main table, separated by tabs.</summary>
internal sealed class GeoNamesCitiesReader(RegionNames regions) : PlainTableReader
{
    private const int Name = 1;
    private const int AlternateNames = 3;
    private const int Latitude = 4;
    private const int Longitude = 5;
    private const int Country = 8;
    private const int Admin1 = 10;
    private const int Population = 14;

    public override string Kind => "GeoNames cities";

    public override SourceTurn Turn => SourceTurn.Cities;

    protected override string Separators => "\t";

    protected override int ColumnCount => 19;

    protected override bool IsTypical(IReadOnlyList<string> row) =>
        SourceValue.Country(row[Country]) is not null && SourceValue.Position(row[Latitude], row[Longitude]) is not null;

    protected override SourceLine Line(DelimitedRow row)
    {
        if (SourceValue.Country(row[Country]) is not { } country)
        {
            return GazetteerLoss.NoCountry;
        }

        return SourceValue.Position(row[Latitude], row[Longitude]) is not { } position ? GazetteerLoss.NoPosition : new GazetteerRecord
        {
            Source = GazetteerSourceKind.GeoNamesCities,
            CountryCode = country,
            Locality = row[Name],
            Region = regions.Of(country, row[Admin1]),
            OtherNames = row[AlternateNames].Split(',', StringSplitOptions.RemoveEmptyEntries),
            Population = SourceValue.Count(row[Population]),
            Position = position,
        };
    }
}

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>BANO's house numbers of a French department: id, number, street, postal code, city, source, latitude, longitude.</summary>
internal sealed class BanoReader : PlainTableReader
{
    private const int Number = 1;
    private const int Street = 2;
    private const int PostalCode = 3;
    private const int City = 4;
    private const int Latitude = 6;
    private const int Longitude = 7;
    private const int DigitsOfPostalCode = 5;

    public override string Kind => "BANO";

    public override SourceTurn Turn => SourceTurn.HouseNumbers;

    protected override string Separators => ",;";

    protected override int ColumnCount => 8;

    protected override bool IsTypical(IReadOnlyList<string> row) =>
        row[PostalCode].Length == DigitsOfPostalCode && row[PostalCode].All(char.IsAsciiDigit) && SourceValue.Position(row[Latitude], row[Longitude]) is not null;

    protected override SourceLine Line(DelimitedRow row) =>
        SourceValue.Position(row[Latitude], row[Longitude]) is not { } position ? GazetteerLoss.NoPosition : new GazetteerRecord
        {
            Source = GazetteerSourceKind.HouseNumbers,
            CountryCode = "FR",
            HouseNumber = row[Number],
            Street = row[Street],
            PostalCode = row[PostalCode],
            Locality = row[City],
            Position = position,
        };
}

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>GeoNames' postal codes as a table with names of columns.</summary>
internal sealed class GeoNamesPostalCsvReader : NamedTableReader
{
    public override string Kind => "GeoNames postal codes CSV";

    public override SourceTurn Turn => SourceTurn.PostalCodes;

    protected override IReadOnlyList<string> Columns { get; } = ["country_code", "zipcode", "place", "latitude", "longitude"];

    protected override SourceLine Line(NamedRow row, SourceFile file) =>
        GeoNamesPostalCode.Line(row["country_code"], row["zipcode"], row["place"], row["state"], SourceValue.Position(row["latitude"], row["longitude"]));
}

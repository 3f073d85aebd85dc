namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The streets of Berlin with their lengths, parted by postal codes.</summary>
internal sealed class BerlinStreetsReader : NamedTableReader
{
    public override string Kind => "Berlin streets";

    public override SourceTurn Turn => SourceTurn.Streets;

    protected override IReadOnlyList<string> Columns { get; } = ["id", "name", "cluster", "postcode", "lat", "lon", "length"];

    protected override SourceLine Line(NamedRow row, SourceFile file) =>
        SourceValue.Position(row["lat"], row["lon"]) is not { } position ? GazetteerLoss.NoPosition : new GazetteerRecord
        {
            Source = GazetteerSourceKind.Streets,
            CountryCode = "DE",
            Locality = "Berlin",
            PostalCode = row["postcode"],
            Street = row["name"],
            RadiusMeters = SourceValue.Count(row["length"]) / 2,
            Position = position,
        };
}

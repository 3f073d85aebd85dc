namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The named places of Berlin, which tell house numbers; its streets among them do not.</summary>
internal sealed class BerlinPlacesReader : NamedTableReader
{
    public override string Kind => "Berlin places";

    public override SourceTurn Turn => SourceTurn.HouseNumbers;

    protected override IReadOnlyList<string> Columns { get; } = ["place_id", "parent_place_id", "street", "house_number", "postcode", "lat", "lon"];

    protected override SourceLine Line(NamedRow row, SourceFile file)
    {
        string street = row["street"];
        string number = row["house_number"];
        if (street.Length == 0 || number.Length == 0)
        {
            return GazetteerLoss.NoAddress;
        }

        return SourceValue.Position(row["lat"], row["lon"]) is not { } position ? GazetteerLoss.NoPosition : new GazetteerRecord
        {
            Source = GazetteerSourceKind.HouseNumbers,
            CountryCode = "DE",
            Locality = "Berlin",
            PostalCode = row["postcode"],
            Street = street,
            HouseNumber = number,
            Position = position,
        };
    }
}

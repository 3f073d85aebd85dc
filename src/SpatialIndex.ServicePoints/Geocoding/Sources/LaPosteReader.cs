namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>La Poste's <c>hexasmal</c>: the postal codes of each French commune.</summary>
internal sealed class LaPosteReader : NamedTableReader
{
    public override string Kind => "La Poste hexasmal";

    public override SourceTurn Turn => SourceTurn.LaPoste;

    protected override IReadOnlyList<string> Columns { get; } = ["code_commune_insee", "code_postal"];

    protected override SourceLine Line(NamedRow row, SourceFile file) =>
        Either(row, "coordonnees_gps", "_geopoint").Split(',') is not [var latitude, var longitude] || SourceValue.Position(latitude, longitude) is not { } position
            ? GazetteerLoss.NoPosition
            : new GazetteerRecord
            {
                Source = GazetteerSourceKind.LaPoste,
                CountryCode = "FR",
                PostalCode = row["code_postal"],
                Locality = Either(row, "nom_commune", "nom_de_la_commune"),
                OtherNames = row["ligne_5"] is { Length: > 0 } other ? [other] : [],
                Position = position,
            };

    /// <summary>Columns have had other names at other times.</summary>
    private static string Either(NamedRow row, string name, string otherName) => row[name] is { Length: > 0 } value ? value : row[otherName];
}

using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.Places;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>
/// Finds the countries: in a column of codes or names, else by the towns that the points are near, by postal codes that look like those of
/// one country, or by telephone numbers.
/// </summary>
internal static class CountryFinder
{
    private const string Field = "country_code";

    /// <summary>Not assigned by ISO 3166-1: it stands for a country that the user has to fill in.</summary>
    private const string Unknown = "ZZ";

    private const int MaxCountries = 60;
    private const double Nearly = 0.98;
    private const double LeastFit = 45;
    private const double LeastAgreement = 0.8;

    /// <summary>The column whose values are countries and whose name says so best; null when there is none.</summary>
    public static SampleColumn? FindColumn(FeedSample sample) => sample.Scalars
        .Where(static column => column.Filled >= 0.5 && column.Distinct.Count <= MaxCountries && column.ShareOfDistinct(static value => IsoCountries.Find(value) is not null) >= Nearly)
        .Where(static column => column.Name.Fit(Field) >= LeastFit || column.Distinct.All(static value => value.Length == 2 && value.All(char.IsAsciiLetterUpper)))
        .MaxBy(static column => column.Name.Fit(Field));

    /// <summary>The countries that a column names, by their codes with two letters.</summary>
    public static string?[] CodesOf(SampleColumn column) => [.. column.Values.Select(static value => value is null ? null : IsoCountries.Find(value.Trim()))];

    /// <summary>The country of every record; null where it is not known.</summary>
    public static IReadOnlyList<string?> Find(ProposalDraft draft, PositionCandidate? positions, SampleColumn? column)
    {
        if (column is not null && IsTrusted(column, positions))
        {
            SetColumn(draft, column);
            string?[] named = CodesOf(column);
            return positions is not null && column.Given.Count < column.Values.Count ? Complete(draft, named, positions) : named;
        }

        string?[] told = positions is not null ? TellByPosition(positions) : [.. TellByText(draft.Sample)];
        string by = positions is not null ? "towns that they are near" : "postal codes and telephone numbers";
        if (told.OfType<string>().CountBy(static country => country).ToArray() is not { Length: > 0 } countries)
        {
            draft.Fields[Field] = new JsonObject { ["constant"] = Unknown };
            draft.Undecided.Add($"{Field}: nothing tells the country; put its code in the place of \"{Unknown}\"");
            return told;
        }

        KeyValuePair<string, int> most = countries.MaxBy(static country => country.Value);
        double share = (double)most.Value / countries.Sum(static country => country.Value);
        if (positions is null || share >= Nearly)
        {
            draft.Fields[Field] = new JsonObject { ["constant"] = most.Key };
            draft.Findings.Add($"{Field}: {most.Key} for all, as the {by} tell of {share:P1} of the records");
            return [.. told.Select(_ => most.Key)];
        }

        draft.Fields[Field] = At(positions);
        draft.Findings.Add($"{Field}: that of the town each point is near ({string.Join(", ", countries.OrderByDescending(static country => country.Value).Take(5).Select(static country => $"{country.Key} {country.Value}"))})");
        draft.Undecided.Add($"{Field}: close to a border the nearest town may lie beyond it; is there a field or another file that names the country?");
        return told;
    }

    /// <summary>Where the column has nothing, the nearest town tells the country.</summary>
    private static string?[] Complete(ProposalDraft draft, string?[] named, PositionCandidate positions)
    {
        draft.Fields[Field] = new JsonObject { ["first"] = new JsonArray(draft.Fields[Field]!.DeepClone(), At(positions)) };
        draft.Findings.Add($"{Field}: that of the town it is near for the {named.Count(static country => country is null)} records that name none");
        return [.. named.Zip(TellByPosition(positions), static (name, told) => name ?? told)];
    }

    private static JsonObject At(PositionCandidate positions) =>
        new() { ["country_at"] = new JsonArray(positions.Latitude.DeepClone(), positions.Longitude.DeepClone()) };

    private static string?[] TellByPosition(PositionCandidate positions) =>
        [.. positions.Positions.Select(static position => position is { } there && there != default ? KnownPlaces.NearestTo(there).CountryCode : null)];

    /// <summary>Two letters may be a province; then the points lie elsewhere.</summary>
    private static bool IsTrusted(SampleColumn column, PositionCandidate? positions) =>
        column.Name.Fit(Field) >= LeastFit || positions?.Agreement(CodesOf(column)) >= LeastAgreement;

    private static void SetColumn(ProposalDraft draft, SampleColumn column)
    {
        if (column.Distinct.All(static value => CountryCode.Normalize(value) is not null))
        {
            draft.Set(Field, column, "codes of ISO 3166-1");
            return;
        }

        draft.Fields[Field] = new JsonObject
        {
            ["path"] = column.Path,
            ["lookup"] = new JsonObject(column.Distinct
                .Where(static value => IsoCountries.Find(value) is not null)
                .Order(StringComparer.Ordinal)
                .Select(static value => KeyValuePair.Create(value, (JsonNode?)IsoCountries.Find(value)))),
        };
        draft.Use(column);
        draft.Findings.Add($"{Field}: \"{column.Path}\", whose values are looked up; add the other countries that the feed may name");
    }

    private static IEnumerable<string?> TellByText(FeedSample sample)
    {
        SampleColumn? postal = sample.Scalars.MaxBy(static column => column.Name.Fit("postal_code"));
        SampleColumn? phone = sample.Scalars.MaxBy(static column => column.Name.Fit("phone"));
        for (int row = 0; row < sample.Records; row++)
        {
            yield return (postal?.Values[row] is { } code ? CountryHints.OfPostalCode(code.Trim()) : null)
                ?? (phone?.Values[row] is { } number ? CountryHints.OfPhone(number) : null);
        }
    }
}

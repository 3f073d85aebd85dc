using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds the carrier's identifier: filled and different in every record, and called like one; else a digest of what tells the records apart.</summary>
internal static class IdentifierFinder
{
    private const string Field = "carrier_service_point_id";

    private const int MaxLength = 64;
    private const int MaxOthers = 3;
    private const double SureName = 75;
    private const double CodesInAName = 85;
    private const double Unnamed = 20;
    private const double LeastDistinct = 0.5;

    /// <summary>In fewer records, what is called otherwise may differ by chance.</summary>
    private const int ManyRecords = 50;

    private static readonly string[] OtherFields = ["name", "street", "house_number", "postal_code", "city", "phone"];

    private static readonly Regex Code = new(@"^(?=.*[A-Z])(?=.*\d)[A-Z\d_-]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Decimal = new(@"^[-+]?\d+[.,]\d+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static void Find(ProposalDraft draft, SampleColumn? country)
    {
        SampleColumn[] candidates = [.. draft.Free
            .Where(IsFilledWithIdentifiers)
            .Where(column => draft.Sample.Records >= ManyRecords || Fit(column) > Unnamed || OtherFields.All(field => column.Name.Fit(field) < SureName))
            .OrderByDescending(Fit)];
        SampleColumn[] unique = [.. candidates.Where(column => column.Distinct.Count == draft.Sample.Records)];
        if (unique.Length > 0)
        {
            string others = string.Join(", ", unique.Skip(1).Take(MaxOthers).Select(static column => $"\"{column.Path}\""));
            draft.Set(Field, unique[0], $"filled and different in every record{(others.Length > 0 ? $", as is {others}" : "")}");
            return;
        }

        if (candidates.FirstOrDefault(static column => Fit(column) >= SureName && column.Distinct.Count >= LeastDistinct * column.Values.Count) is { } nearly)
        {
            SetNearly(draft, nearly, country);
            return;
        }

        SampleColumn? name = draft.Free.Where(static column => column.Name.Fit("name") > 0).MaxBy(static column => column.Name.Fit("name"));
        draft.Fields[Field] = new JsonObject
        {
            ["digest"] = new JsonArray(
                [.. new[] { draft.Fields["carrier_code"], draft.Fields["latitude"], draft.Fields["longitude"], name is null ? null : JsonValue.Create(name.Path) }
                    .Where(static part => part is not null)
                    .Select(static part => part!.DeepClone())]),
        };
        draft.Findings.Add($"{Field}: none, so it is derived from carrier, position and name");
        draft.Undecided.Add($"{Field}: a point that moves or is renamed will count as another one; is there a feed with identifiers?");
    }

    private static void SetNearly(ProposalDraft draft, SampleColumn column, SampleColumn? country)
    {
        int records = draft.Sample.Records;
        if (country is not null && column.Values.Zip(country.Values).Distinct().Count() == records)
        {
            draft.Fields[Field] = new JsonObject { ["join"] = ProposalDraft.Texts([country.Path, column.Path]), ["separator"] = "-" };
            draft.Use(column);
            draft.Findings.Add($"{Field}: \"{country.Path}\" and \"{column.Path}\", which are different in every record together");
            return;
        }

        draft.Set(Field, column, $"by name; {records - column.Distinct.Count} of {records} records have the identifier of another one and will be rejected");
        draft.Undecided.Add($"{Field}: the values of \"{column.Path}\" repeat; what tells the records apart?");
    }

    private static bool IsFilledWithIdentifiers(SampleColumn column) =>
        column.Given.Count == column.Values.Count
        && column.Given.All(static value => value.Length <= MaxLength && !value.Contains("://", StringComparison.Ordinal) && !value.Contains('@', StringComparison.Ordinal))
        && column.ShareOfDistinct(static value => value.Contains(' ', StringComparison.Ordinal)) <= 0.05
        && column.ShareOfDistinct(Decimal.IsMatch) <= 0.5;

    /// <summary>A leading underscore marks what a database added.</summary>
    private static double Fit(SampleColumn column) =>
        column.Name.Fit("name") >= SureName && column.ShareOfDistinct(Code.IsMatch) >= 0.9 ? CodesInAName
        : column.Keys[^1].StartsWith('_') ? Unnamed
        : Math.Max(Unnamed, column.Name.Fit(Field));
}

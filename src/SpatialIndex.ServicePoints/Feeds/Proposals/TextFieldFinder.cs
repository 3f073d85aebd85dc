using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds the fields of plain text, each by its name and by what its values look like; a column is given to the field that it fits best.</summary>
internal static class TextFieldFinder
{
    private const double LeastFit = 45;

    private static readonly (string Field, Func<SampleColumn, bool> Looks)[] Fields =
    [
        ("name", static column => column.ShareOfDistinct(HasLetters) >= 0.8 && column.ShareOfDistinct(IsNotACode) >= 0.3),
        ("street", static column => column.ShareOfDistinct(HasLetters) >= 0.8),
        ("house_number", static column => column.ShareOfDistinct(static value => char.IsAsciiDigit(value[0]) && value.Length <= 15) >= 0.7),
        ("postal_code", static column => column.ShareOfDistinct(static value => value.Any(char.IsAsciiDigit) && value.Length is >= 3 and <= 10) >= 0.9),
        ("city", static column => column.ShareOfDistinct(HasLetters) >= 0.9),
        ("phone", static column => column.ShareOfDistinct(static value => value.Count(char.IsAsciiDigit) >= 4 && !value.Any(char.IsLetter)) >= 0.7),
        ("email", static column => column.ShareOfDistinct(static value => value.Contains('@', StringComparison.Ordinal)) >= 0.8),
    ];

    public static void Find(ProposalDraft draft)
    {
        SampleColumn[] free = [.. draft.Free.Where(static column => column.Given.Count > 0 && !column.Given[0].Contains("://", StringComparison.Ordinal))];
        (string Field, SampleColumn Column, double Fit)[] pairs = [.. Fields
            .SelectMany(field => free.Where(field.Looks), static (field, column) => (field.Field, column, Fit: Fit(field.Field, column)))
            .Where(static pair => pair.Fit > 0)
            .OrderByDescending(static pair => pair.Fit)];
        var taken = new HashSet<SampleColumn>();
        foreach ((string field, SampleColumn column, _) in pairs)
        {
            if (!draft.Fields.ContainsKey(field) && taken.Add(column))
            {
                draft.Set(field, column, $"by name; {column.Filled:P0} of the records have it");
            }
        }

        foreach (string field in Fields.Select(static field => field.Field).Where(field => field is "name" or "street" or "city" or "postal_code" && !draft.Fields.ContainsKey(field)))
        {
            draft.Undecided.Add($"{field}: not found");
        }
    }

    /// <summary>How well a column fits; an emptier one, and one that hardly tells records apart, fits less.</summary>
    private static double Fit(string field, SampleColumn column)
    {
        double fit = column.Name.Fit(field);
        return fit < LeastFit ? 0 : (fit * (0.7 + (0.3 * column.Filled))) + ((double)column.Distinct.Count / column.Given.Count);
    }

    /// <summary>Makes plain text of the fields that hold what was meant for a browser or was encoded twice.</summary>
    public static void UnescapeHtml(ProposalDraft draft)
    {
        foreach (string field in new[] { "name", "street", "city" })
        {
            if (draft.Fields[field] is JsonValue path
                && draft.Sample.Find(path.GetValue<string>()) is { } column
                && column.Distinct.Any(static value => HtmlText.ToPlain(value) != value))
            {
                draft.Fields[field] = new JsonObject { ["path"] = column.Path, ["html"] = true };
                draft.Findings.Add($"{field}: some are HTML or were encoded twice, and are made plain");
            }
        }
    }

    private static bool HasLetters(string value) => value.Any(char.IsLetter);

    private static bool IsNotACode(string value) => value.Any(static c => char.IsLower(c) || c == ' ' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter);
}

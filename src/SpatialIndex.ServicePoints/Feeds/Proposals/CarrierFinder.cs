using System.Text.Json.Nodes;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds the carriers: in a column that names them, else the whole file is of one carrier, which is called after the file.</summary>
internal static class CarrierFinder
{
    private const string Field = "carrier_code";

    private const int MaxCarriers = 40;
    private const double LeastFit = 60;

    /// <param name="draft">The profile.</param>
    /// <param name="carrierCode">The carrier of the file, where the user names it.</param>
    public static void Find(ProposalDraft draft, string? carrierCode)
    {
        SampleColumn? column = carrierCode is not null ? null : draft.Free
            .Where(static column => column.Filled >= 0.5 && column.Distinct.Count is > 1 and <= MaxCarriers && column.Distinct.All(static value => value.Any(char.IsLetter)))
            .Where(static column => column.Name.Fit(Field) >= LeastFit)
            .MaxBy(static column => column.Name.Fit(Field));
        if (column is null)
        {
            string code = carrierCode ?? CodeOf(FieldName.Words(System.IO.Path.GetFileName(draft.Sample.Path)).FirstOrDefault() ?? "carrier");
            draft.Fields[Field] = new JsonObject { ["constant"] = code };
            Describe(draft, code, code);
            draft.Findings.Add($"{Field}: {code} for all");
            if (carrierCode is null)
            {
                draft.Undecided.Add($"{Field}: no field names the carrier, so it is called after the file; --carrier CODE gives it another code");
            }

            return;
        }

        var lookup = new JsonObject();
        foreach (string value in column.Distinct.Order(StringComparer.Ordinal))
        {
            lookup[value] = CodeOf(value);
            Describe(draft, CodeOf(value), value);
        }

        draft.Fields[Field] = new JsonObject { ["path"] = column.Path, ["lookup"] = lookup };
        draft.Use(column);
        draft.Findings.Add($"{Field}: \"{column.Path}\", {column.Distinct.Count} carriers, which are given codes");
    }

    private static void Describe(ProposalDraft draft, string code, string name)
    {
        if (draft.Keys["carriers"] is not JsonArray known || !known.Any(carrier => (string?)carrier!["code"] == code))
        {
            draft.Append("carriers", new JsonObject { ["code"] = code, ["name"] = name });
        }
    }

    private static string CodeOf(string name) =>
        string.Join('_', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(static word => string.Concat(FieldName.Words(word))));
}

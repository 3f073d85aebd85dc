using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds the kinds of points: a column of few values, whose words tell which are lockers, post offices, shops and depots; else words in the names.</summary>
internal static class ShopTypeFinder
{
    private const string General = "general_shop_type";
    private const string Carriers = "carrier_shop_type";

    private const int MaxKinds = 20;
    private const double LeastFit = 45;
    private const double Told = 60;
    private const double LeastNamed = 0.3;

    private static readonly HashSet<string> GeoJsonTypes =
        new(["Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"], StringComparer.Ordinal);

    public static void Find(ProposalDraft draft)
    {
        SampleColumn? column = draft.Free
            .Where(static column => column.Distinct.Count is >= 1 and <= MaxKinds && column.Filled >= 0.5 && !column.Distinct.All(GeoJsonTypes.Contains))
            .Select(static column => (Column: column, Fit: Fit(column)))
            .Where(static candidate => candidate.Fit >= LeastFit)
            .OrderByDescending(static candidate => candidate.Fit)
            .Select(static candidate => candidate.Column)
            .FirstOrDefault();
        if (column is not null)
        {
            SetColumn(draft, column);
        }
        else if (!SetByName(draft))
        {
            draft.Undecided.Add($"{General}: no field tells lockers, post offices and shops apart; a constant may say what all of them are");
        }
    }

    /// <summary>What a value means; null when its words do not say.</summary>
    private static string? KindOf(string value) => GeneralShopType.All
        .Select(kind => (Kind: kind, FieldWords.LongestIn(kind, value).Length))
        .Where(static candidate => candidate.Length > 0)
        .OrderByDescending(static candidate => candidate.Length)
        .Select(static candidate => candidate.Kind)
        .FirstOrDefault();

    /// <summary>By name, or because its values are words for kinds; a flag is no kind.</summary>
    private static double Fit(SampleColumn column)
    {
        double told = column.ShareOfDistinct(static value => KindOf(value) is not null);
        bool isFlag = column.Distinct.All(static value => FieldWords.IsValue("yes", value) || FieldWords.IsValue("no", value)) && told == 0;
        double fit = column.Name.Fit(Carriers);
        return isFlag && fit < 100 - LeastFit ? 0 : fit > 0 || told > 0.5 ? fit + (Told * told) : 0;
    }

    private static void SetColumn(ProposalDraft draft, SampleColumn column)
    {
        var lookup = new JsonObject();
        foreach (string value in column.Distinct.Order(StringComparer.Ordinal))
        {
            lookup[value] = KindOf(value);
        }

        draft.Fields[Carriers] = column.Path;
        draft.Fields[General] = new JsonObject { ["path"] = column.Path, ["lookup"] = lookup };
        draft.Use(column);
        draft.Findings.Add($"{Carriers}, {General}: \"{column.Path}\", {column.Distinct.Count} values");
        string[] open = [.. lookup.Where(static entry => entry.Value is null).Select(static entry => $"\"{entry.Key}\"")];
        if (open.Length > 0)
        {
            draft.Undecided.Add($"{General}: put one of {string.Join(", ", GeneralShopType.All)} in the place of null for {string.Join(", ", open)} of \"{column.Path}\"");
        }
    }

    private static bool SetByName(ProposalDraft draft)
    {
        if (draft.Fields["name"] is not JsonValue path || draft.Sample.Find(path.GetValue<string>()) is not { } names || names.Share(static name => KindOf(name) is not null) < LeastNamed)
        {
            return false;
        }

        var first = new JsonArray();
        foreach (IGrouping<string, string> kind in names.Distinct
            .Where(static name => KindOf(name) is not null)
            .GroupBy(static name => KindOf(name)!, static name => FieldWords.LongestIn(KindOf(name)!, name))
            .OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            string words = string.Join('|', kind.Distinct().Order(StringComparer.Ordinal).Select(Regex.Escape).Select(static word => word.Replace("\\ ", "\\W+", StringComparison.Ordinal)));
            first.Add((JsonNode)new JsonObject { ["path"] = names.Path, ["regex"] = $@"(?i:\b({words})\b)", ["lookup"] = new JsonObject(), ["otherwise"] = kind.Key });
        }

        draft.Fields[General] = new JsonObject { ["first"] = first };
        draft.Findings.Add($"{General}: by words in \"{names.Path}\"");
        return true;
    }
}

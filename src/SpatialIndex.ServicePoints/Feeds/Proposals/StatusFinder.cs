using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds fields that say that a point is closed, a test, or no place to pick up parcels, and proposes to leave such records out.</summary>
internal static class StatusFinder
{
    private const int MaxStates = 20;
    private const double LeastFit = 60;
    private const double SureName = 90;

    private const string Closed = "the point is not in operation";
    private const string Test = "the point is a test";
    private const string NoPickup = "parcels cannot be picked up here";
    private const string Area = "the feature is an area, not a point";

    /// <summary>Words that may stand beside "active" or "closed" in the name of a flag.</summary>
    private static readonly HashSet<string> Beside =
        new(["is", "flag", "point", "shop", "store", "location", "status", "state", "currently", "temporarily", "temporary", "permanently"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Opposites =
        new(StringComparer.Ordinal) { ["true"] = "false", ["1"] = "0", ["yes"] = "no", ["Y"] = "N", ["y"] = "n", ["J"] = "N", ["ja"] = "nein", ["T"] = "N", ["S"] = "N" };

    private const string TestPattern = "(?i:^test$|\\b(do not use|do not remove|test locker|test point|test machine|testfiliale|testpunkt)\\b)";

    private static readonly string[] TestFields = ["name", "street", "house_number", "city"];

    public static void Find(ProposalDraft draft)
    {
        FindAreas(draft);
        FindTests(draft);
        foreach (SampleColumn column in draft.Free.Where(static column => column.Distinct.Count is > 0 and <= MaxStates).ToArray())
        {
            if (IsFlag(column))
            {
                FindFlag(draft, column);
            }
            else if (column.Name.Fit("status") >= LeastFit)
            {
                FindStatus(draft, column);
            }
        }
    }

    private static void FindAreas(ProposalDraft draft)
    {
        if (draft.Sample.Shape.Format == FeedFormat.GeoJson)
        {
            Skip(draft, Area, new JsonObject { ["value"] = "geometry.type", ["not_in"] = ProposalDraft.Texts(["Point"]) });
        }
    }

    /// <summary>Test machines say so where a name or an address is meant to stand.</summary>
    private static void FindTests(ProposalDraft draft)
    {
        var regex = new Regex(TestPattern, RegexOptions.CultureInvariant);
        foreach (SampleColumn column in draft.Free.Where(static column => TestFields.Any(field => column.Name.Fit(field) >= LeastFit)).ToArray())
        {
            if (column.Distinct.Any(regex.IsMatch))
            {
                Skip(draft, Test, new JsonObject { ["value"] = column.Path, ["matches"] = TestPattern });
            }
        }
    }

    private static void FindFlag(ProposalDraft draft, SampleColumn column)
    {
        if (column.Name.Fit("pickup") >= SureName)
        {
            SkipFlag(draft, column, NoPickup, isClosedWhenSet: false);
        }
        else if (NamesState(column, "closed"))
        {
            SkipFlag(draft, column, Closed, isClosedWhenSet: true);
        }
        else if (NamesState(column, "live"))
        {
            SkipFlag(draft, column, Closed, isClosedWhenSet: false);
        }
    }

    private static void FindStatus(ProposalDraft draft, SampleColumn column)
    {
        string[] closed = [.. column.Distinct.Where(static value => FieldWords.IsValue("closed", value)).Order(StringComparer.Ordinal)];
        string[] unclear = [.. column.Distinct.Where(static value => !FieldWords.IsValue("closed", value) && !FieldWords.IsValue("live", value)).Order(StringComparer.Ordinal)];
        bool isStatus = closed.Length + unclear.Length < column.Distinct.Count || closed.Length > 0;
        if (closed.Length > 0)
        {
            Skip(draft, Closed, new JsonObject { ["value"] = column.Path, ["in"] = ProposalDraft.Texts(closed) });
            draft.Use(column);
        }

        if (isStatus && unclear.Length > 0)
        {
            draft.Undecided.Add($"skip: do {string.Join(", ", unclear.Select(static value => $"\"{value}\""))} of \"{column.Path}\" stand for points that are closed?");
        }
    }

    private static void SkipFlag(ProposalDraft draft, SampleColumn column, string reason, bool isClosedWhenSet)
    {
        string meaning = isClosedWhenSet ? "yes" : "no";
        string[] values = [.. column.Distinct.Where(value => FieldWords.IsValue(meaning, value))];
        if (values.Length == 0)
        {
            values = [.. column.Distinct.Select(value => Opposites.GetValueOrDefault(value) ?? Opposites.FirstOrDefault(pair => pair.Value == value).Key).OfType<string>()];
        }

        if (values.Length > 0)
        {
            Skip(draft, reason, new JsonObject { ["value"] = column.Path, ["in"] = ProposalDraft.Texts(values.Order(StringComparer.Ordinal)) });
            draft.Use(column);
        }
    }

    private static void Skip(ProposalDraft draft, string reason, JsonObject condition)
    {
        draft.Findings.Add($"skip: {reason}, by \"{condition["value"]}\"");
        draft.Append("skip", new JsonObject { ["reason"] = reason, ["when_any"] = new JsonArray(condition) });
    }

    private static bool IsFlag(SampleColumn column) => column.Distinct.All(static value => FieldWords.IsValue("yes", value) || FieldWords.IsValue("no", value));

    private static bool NamesState(SampleColumn column, string kind)
    {
        string[] words = [.. column.Name.Own];
        return FieldWords.Values(kind).Any(phrase =>
            FieldName.Find(words, phrase) is >= 0 and var place && words[..place].Concat(words[(place + phrase.Length)..]).All(Beside.Contains));
    }
}

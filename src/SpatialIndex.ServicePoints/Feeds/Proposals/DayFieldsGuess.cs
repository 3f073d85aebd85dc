using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds fields that are named after the days of the week: texts of ranges, starts and ends, or objects that have them.</summary>
internal static class DayFieldsGuess
{
    private const int WorkingDays = 5;

    /// <summary>The sources that there may be, each with what to call it.</summary>
    public static IEnumerable<(JsonObject Source, string Label)> Find(FeedSample sample)
    {
        var found = new List<(JsonObject Days, string Language)>();
        foreach (DayNames names in DayNames.All)
        {
            found.AddRange(sample.Columns
                .SelectMany(column => DayColumn.Find(column, names))
                .GroupBy(static day => day.Parent, StringComparer.Ordinal)
                .Where(static group => (group.Aggregate(0, static (all, column) => all | column.Days) & DaySet.MondayToFriday) == DaySet.MondayToFriday)
                .Select(static group => Days([.. group]))
                .OfType<JsonObject>()
                .Select(days => (days, names.Name)));
        }

        // What is a day in one language may be none in another.
        return found.OrderByDescending(static guess => guess.Days.Count)
            .Select(static guess => (new JsonObject { ["dialect"] = "day_fields", ["days"] = guess.Days }, $"fields for each day, named in \"{guess.Language}\""));
    }

    private static JsonObject? Days(DayColumn[] columns)
    {
        DayColumn[] wholes = [.. columns.Where(static column => column.Rest.Length == 0)];
        (DayColumn[] starts, DayColumn[] ends) = StartsAndEnds([.. columns.Except(wholes)]);
        bool areSpans = starts.Length >= WorkingDays && ends.Length == starts.Length;
        if (!areSpans && wholes.Length == 0)
        {
            return null;
        }

        SpanKeys? keys = SpanKeys.Find(wholes.Where(static whole => whole.Column.IsStructure).SelectMany(static whole => whole.Column.Given));
        var days = new JsonObject();
        for (int day = 0; day < 7; day++)
        {
            JsonNode? field = areSpans
                ? Spans([.. starts.Where(column => DaySet.Contains(column.Days, day))], [.. ends.Where(column => DaySet.Contains(column.Days, day))])
                : Array.Find(wholes, column => DaySet.Contains(column.Days, day)) is { } whole ? Whole(whole.Column, keys) : null;
            if (field is not null)
            {
                days[DayNames.OfProfile(day)] = field;
            }
        }

        return days.Count >= WorkingDays ? days : null;
    }

    /// <summary>The fields that are called so; where there are two for each day and no word says which is which, the first is the start.</summary>
    private static (DayColumn[] Starts, DayColumn[] Ends) StartsAndEnds(DayColumn[] columns)
    {
        DayColumn[] starts = [.. columns.Where(static column => column.Is("start"))];
        DayColumn[] ends = [.. columns.Where(static column => column.Is("end") && !column.Is("start"))];
        if (starts.Length > 0 && ends.Length > 0)
        {
            return (starts, ends);
        }

        DayColumn[][] kinds = [.. columns.GroupBy(static column => string.Join(' ', column.Rest), StringComparer.Ordinal).Select(static kind => kind.ToArray())];
        return kinds is [var first, var second] ? (first, second) : ([], []);
    }

    private static JsonArray? Spans(DayColumn[] starts, DayColumn[] ends) => starts.Length == 0 || starts.Length != ends.Length
        ? null
        : [.. starts.Zip(ends, static (start, end) => (JsonNode)new JsonObject { ["start"] = start.Column.Path, ["end"] = end.Column.Path })];

    /// <summary>A text, a list of texts, or objects that have a start and an end.</summary>
    private static JsonNode Whole(SampleColumn column, SpanKeys? keys) =>
        keys is not null
            ? new JsonObject { ["path"] = column.Path, ["start"] = keys.Start, ["end"] = keys.End }
            : JsonValue.Create(column.Path);
}

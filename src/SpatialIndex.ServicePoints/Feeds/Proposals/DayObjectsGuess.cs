using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds arrays of objects that each are for one day: which key names the day, in which words or numbers, and which keys have its ranges.</summary>
internal static class DayObjectsGuess
{
    private const int ValuesToTry = 300;
    private const int WorkingDays = 5;

    /// <summary>The sources that there may be in a column, each with what to call it.</summary>
    public static IEnumerable<(JsonObject Source, string Label)> Find(SampleColumn column)
    {
        string[] arrays = [.. column.Given.Where(static value => value.StartsWith('[')).Take(ValuesToTry)];
        JsonElement[] objects = [.. arrays.SelectMany(SpanKeys.Objects)];
        if (objects.Length == 0)
        {
            yield break;
        }

        foreach (string key in Keys(objects))
        {
            if (Days([.. Values(objects, key)], arrays, key) is not { } days)
            {
                continue;
            }

            foreach ((JsonNode ranges, string label) in Ranges(objects, key))
            {
                var source = new JsonObject
                {
                    ["dialect"] = "day_objects",
                    ["path"] = column.Path,
                    ["day"] = FieldPath.Join([key]),
                    ["days"] = days.DeepClone(),
                    ["ranges"] = ranges,
                };
                yield return (source, $"\"{column.Path}\" as objects for each day in \"{key}\" with {label}");
                foreach ((string kind, string open) in OpeningKinds(objects, key))
                {
                    var limited = (JsonObject)source.DeepClone();
                    limited["where"] = new JsonArray(new JsonObject { ["value"] = FieldPath.Join([kind]), ["in"] = ProposalDraft.Texts([open]) });
                    yield return (limited, $"\"{column.Path}\" as objects for each day in \"{key}\" with {label}, those with \"{kind}\" {open}");
                }
            }
        }
    }

    private static IEnumerable<string> Keys(JsonElement[] objects) =>
        objects.SelectMany(static item => item.EnumerateObject()).Select(static property => property.Name).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Values(IEnumerable<JsonElement> objects, string key) =>
        objects.Select(item => item.TryGetProperty(key, out JsonElement value) ? JsonFeedRecord.TextOf(value) : null).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The days by the values of a key; null when these are no days.</summary>
    private static JsonObject? Days(string[] values, string[] arrays, string key)
    {
        if (values.Length is < WorkingDays or > 14)
        {
            return null;
        }

        if (values.All(static value => value is [>= '0' and <= '7']))
        {
            int sunday = Sunday(values, arrays, key);
            return new JsonObject(values.Order(StringComparer.Ordinal).Select(value => Day(value, ((value[0] - '0' - sunday + 7) % 7 + 6) % 7)));
        }

        return DayNames.All
            .Where(names => values.All(value => DaySet.IsSingle(names.Find(value))))
            .Select(names => new JsonObject(values.Select(value => Day(value, int.TrailingZeroCount(names.Find(value))))))
            .FirstOrDefault();

        static KeyValuePair<string, JsonNode?> Day(string value, int day) => KeyValuePair.Create(value, (JsonNode?)DayNames.OfProfile(day));
    }

    /// <summary>
    /// Which number is Sunday: 7 with Monday 1 (ISO 8601), or 0; where the week is 1 to 7 or 0 to 6 either end may be it, and the day on which fewer
    /// points are open is.
    /// </summary>
    private static int Sunday(string[] values, string[] arrays, string key)
    {
        bool hasZero = values.Contains("0");
        bool hasSeven = values.Contains("7");
        if (hasZero == hasSeven)
        {
            return 7;
        }

        (string first, string last) = hasZero ? ("0", "6") : ("1", "7");
        return Open(first) < Open(last) ? first[0] - '0' : last[0] - '0';

        int Open(string day) => arrays.SelectMany(SpanKeys.Objects).Count(item =>
            item.TryGetProperty(key, out JsonElement value) && JsonFeedRecord.TextOf(value) == day && item.EnumerateObject().Any(property => property.Name != key && IsTime(property.Value)));
    }

    private static bool IsTime(JsonElement value) => JsonFeedRecord.TextOf(value) is { } text && ClockTime.Parse(text) is > 0;

    /// <summary>Starts and ends, texts, or a list of objects with a start and an end.</summary>
    private static IEnumerable<(JsonNode Ranges, string Label)> Ranges(JsonElement[] objects, string dayKey)
    {
        IReadOnlyList<SpanKeys> spans = SpanKeys.FindAll(objects, dayKey);
        if (spans.Count > 0)
        {
            yield return (
                new JsonArray([.. spans.Select(static keys => new JsonObject { ["start"] = keys.Start, ["end"] = keys.End })]),
                string.Join(" and ", spans.Select(static keys => $"\"{keys.Start}\" to \"{keys.End}\"")));
        }

        foreach (string key in Keys(objects).Where(key => key != dayKey))
        {
            JsonElement[] values = [.. objects.Where(item => item.TryGetProperty(key, out _)).Select(item => item.GetProperty(key))];
            if (values.Any(static value => value.ValueKind == JsonValueKind.String && value.GetString()!.Any(char.IsAsciiDigit)))
            {
                yield return (JsonValue.Create(FieldPath.Join([key])), $"texts in \"{key}\"");
            }
            else if (SpanKeys.Find(values.Where(static value => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object).Select(static value => value.GetRawText())) is { } inner)
            {
                yield return (new JsonObject { ["path"] = FieldPath.Join([key]), ["start"] = inner.Start, ["end"] = inner.End }, $"\"{key}\", from \"{inner.Start}\" to \"{inner.End}\"");
            }
        }
    }

    /// <summary>A key that says what the hours are for, and the value that means opening.</summary>
    private static IEnumerable<(string Key, string Value)> OpeningKinds(JsonElement[] objects, string dayKey) =>
        Keys(objects).Where(key => key != dayKey).SelectMany(
            key => Values(objects, key).Where(static value => FieldName.Words(value).Any(static word => word.StartsWith("open", StringComparison.Ordinal)) && !value.Any(char.IsAsciiDigit)),
            static (key, value) => (key, value));
}

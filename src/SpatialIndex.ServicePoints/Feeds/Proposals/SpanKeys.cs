using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>The keys under which objects have the start and the end of a range.</summary>
internal sealed record SpanKeys(string Start, string End)
{
    private const int ValuesToTry = 200;
    private const double Nearly = 0.9;

    /// <summary>The first pair; null when there is none.</summary>
    /// <param name="values">Objects, or arrays of them, as JSON.</param>
    public static SpanKeys? Find(IEnumerable<string> values) => FindAll([.. values.Take(ValuesToTry).SelectMany(Objects)], "") is [var first, ..] ? first : null;

    /// <summary>The pairs in the order of the keys: those that are called so, else times that follow one another.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="dayKey">The key of the day, which is no time.</param>
    public static IReadOnlyList<SpanKeys> FindAll(IReadOnlyList<JsonElement> objects, string dayKey)
    {
        string[] times = [.. objects
            .SelectMany(static item => item.EnumerateObject())
            .GroupBy(static property => property.Name, StringComparer.Ordinal)
            .Where(values => values.Key != dayKey)
            .Where(static values => AreTimes([.. values.Select(static property => property.Value).Where(static value => !IsNothing(value))]))
            .Select(static values => values.Key)];
        string[] starts = [.. times.Where(static key => Is("start", key))];
        string[] ends = [.. times.Where(static key => Is("end", key) && !Is("start", key))];
        return starts.Length > 0 && starts.Length == ends.Length
            ? [.. starts.Zip(ends, static (start, end) => new SpanKeys(FieldPath.Join([start]), FieldPath.Join([end])))]
            : times.Length % 2 == 0 ? [.. times.Chunk(2).Select(static pair => new SpanKeys(FieldPath.Join([pair[0]]), FieldPath.Join([pair[1]])))]
            : [];
    }

    /// <summary>The objects of a JSON value: itself, or the items of an array.</summary>
    public static IEnumerable<JsonElement> Objects(string json)
    {
        JsonElement element;
        try
        {
            element = JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            yield break;
        }

        foreach (JsonElement item in element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToArray() : [element])
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return item;
            }
        }
    }

    private static bool Is(string kind, string key) => FieldName.Words(key).Any(word => FieldWords.IsValue(kind, word));

    private static bool AreTimes(JsonElement[] values) =>
        values.Length > 0 && values.Count(static value => ClockTime.Parse(Text(value)) is not null) >= Nearly * values.Length;

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Null || Text(value) is "" or "-" or "null";

    private static string? Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? JsonFeedRecord.TextOf(value)!.Trim() : null;
}

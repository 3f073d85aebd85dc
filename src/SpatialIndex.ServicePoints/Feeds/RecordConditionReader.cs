using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads lists of conditions on records.</summary>
internal static class RecordConditionReader
{
    /// <summary>The conditions at a key that must have some.</summary>
    public static IReadOnlyList<RecordCondition> Read(JsonObjectReader parent, string key, FieldSourceReader sources)
    {
        IReadOnlyList<JsonElement> conditions = parent.OptionalList(key) ?? throw parent.Error(key, "is missing");
        if (conditions.Count == 0)
        {
            throw parent.Error(key, "must not be empty");
        }

        return [.. conditions.Select((condition, index) => Read(parent.Item(key, index, condition), sources))];
    }

    private static RecordCondition Read(JsonObjectReader reader, FieldSourceReader sources)
    {
        var condition = new RecordCondition
        {
            Value = sources.Read(reader, "value"),
            In = reader.OptionalTexts("in")?.ToFrozenSet(StringComparer.Ordinal),
            NotIn = reader.OptionalTexts("not_in")?.ToFrozenSet(StringComparer.Ordinal),
            Matches = reader.OptionalText("matches") is { } pattern ? FieldSourceReader.Regex(pattern, reader, "matches") : null,
            IsEmpty = reader.OptionalFlag("is_empty"),
        };
        if (condition is { In: null, NotIn: null, Matches: null, IsEmpty: null })
        {
            throw reader.Error(null, "needs one of in, not_in, matches or is_empty");
        }

        reader.RefuseUnknownKeys();
        return condition;
    }
}

using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads where the weekly hours of a feed stand and how they are written.</summary>
internal static class OpeningTimesSourceReader
{
    public static OpeningTimesSource Read(JsonObjectReader reader)
    {
        var path = new FieldPath(reader.RequiredText("path"));
        string dialect = reader.RequiredText("dialect");
        OpeningTimesSource source = dialect switch
        {
            "canonical" => new CanonicalOpeningTimes(path),
            "always_open_flag" => new AlwaysOpenFlag(path),
            "minutes" => new MinutesOpeningTimes(path),
            "text" => new TextOpeningTimes(path),
            "day_objects" => ReadDayObjects(path, reader),
            _ => throw reader.Error("dialect", $"is \"{dialect}\"; known are always_open_flag, canonical, day_objects, minutes, text"),
        };
        reader.RefuseUnknownKeys();
        return source;
    }

    private static DayObjectsOpeningTimes ReadDayObjects(FieldPath path, JsonObjectReader reader)
    {
        JsonObjectReader names = reader.OptionalObject("days") ?? throw reader.Error("days", "is missing");
        var days = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in names.Keys)
        {
            int day = OpeningTimes.DayNumberOf(names.RequiredText(name));
            days[name] = day >= 0 ? day : throw names.Error(name, $"must be one of {string.Join(", ", OpeningTimes.DayNames)}");
        }

        IReadOnlyList<JsonElement> items = reader.OptionalList("ranges") ?? throw reader.Error("ranges", "is missing");
        var ranges = new List<(FieldPath Start, FieldPath End)>();
        for (int i = 0; i < items.Count; i++)
        {
            JsonObjectReader range = reader.Item("ranges", i, items[i]);
            ranges.Add((new FieldPath(range.RequiredText("start")), new FieldPath(range.RequiredText("end"))));
            range.RefuseUnknownKeys();
        }

        if (days.Count == 0 || ranges.Count == 0)
        {
            throw reader.Error(days.Count == 0 ? "days" : "ranges", "must not be empty");
        }

        return new DayObjectsOpeningTimes(path, new FieldPath(reader.RequiredText("day")), days.ToFrozenDictionary(StringComparer.Ordinal), ranges);
    }
}

using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads where the weekly hours of a feed stand and how they are written.</summary>
internal static class OpeningTimesSourceReader
{
    public static OpeningTimesSource Read(JsonObjectReader reader, FieldSourceReader sources)
    {
        string dialect = reader.RequiredText("dialect");
        OpeningTimesSource source = dialect switch
        {
            "canonical" => new CanonicalOpeningTimes(ReadPath(reader)),
            "always_open_flag" => new AlwaysOpenFlag(ReadPath(reader)),
            "minutes" => new MinutesOpeningTimes(ReadPath(reader)),
            "text" => new TextOpeningTimes(ReadPath(reader), ReadText(reader, HoursStyle.Text)),
            "osm" => new OsmOpeningTimes(ReadPath(reader)),
            "day_objects" => ReadDayObjects(reader, sources),
            "day_fields" => ReadDayFields(reader),
            _ => throw reader.Error(
                "dialect", $"is \"{dialect}\"; known are always_open_flag, canonical, day_fields, day_objects, minutes, osm, text"),
        };
        reader.RefuseUnknownKeys();
        return source;
    }

    private static FieldPath ReadPath(JsonObjectReader reader) => new(reader.RequiredText("path"));

    private static HoursText ReadText(JsonObjectReader reader, HoursStyle style) =>
        new(ReadLanguages(reader), reader.OptionalTexts("ignore") ?? [], style);

    private static IReadOnlyList<HoursLanguage>? ReadLanguages(JsonObjectReader reader) =>
        reader.OptionalTexts("languages") is not { } names
            ? null
            : [.. names.Select(name => HoursLanguages.Find(name) ?? throw reader.Error(
                "languages", $"has \"{name}\"; known are {string.Join(", ", HoursLanguages.All.Select(static language => language.Name))}"))];

    private static DayObjectsOpeningTimes ReadDayObjects(JsonObjectReader reader, FieldSourceReader sources)
    {
        JsonObjectReader names = reader.OptionalObject("days") ?? throw reader.Error("days", "is missing");
        var days = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in names.Keys)
        {
            days[name] = Day(names.RequiredText(name)) ?? throw NotADay(names, name);
        }

        IReadOnlyList<JsonElement> items = reader.OptionalList("ranges") ?? throw reader.Error("ranges", "is missing");
        List<(FieldPath Start, FieldPath End)> ranges = [.. items.Select((item, index) => ReadRange(reader.Item("ranges", index, item)))];
        if (days.Count == 0 || ranges.Count == 0)
        {
            throw reader.Error(days.Count == 0 ? "days" : "ranges", "must not be empty");
        }

        return new DayObjectsOpeningTimes(
            ReadPath(reader),
            reader.Has("where") ? RecordConditionReader.Read(reader, "where", sources) : [],
            new FieldPath(reader.RequiredText("day")),
            days.ToFrozenDictionary(StringComparer.Ordinal),
            ranges);
    }

    private static DayFieldsOpeningTimes ReadDayFields(JsonObjectReader reader)
    {
        JsonObjectReader days = reader.OptionalObject("days") ?? throw reader.Error("days", "is missing");
        var fields = new List<DayField>();
        foreach (string name in days.Keys)
        {
            int day = Day(name) ?? throw NotADay(days, name);

            // A path of ranges, or one or more objects with the paths of a start and an end.
            JsonElement field = days.Required(name);
            fields.AddRange(field.ValueKind == JsonValueKind.Array
                ? field.EnumerateArray().Select((range, index) => ReadDayField(day, days.Item(name, index, range)))
                : [field.ValueKind == JsonValueKind.String
                    ? new DayField(day, new FieldPath(days.RequiredText(name)), null, null)
                    : ReadDayField(day, days.OptionalObject(name)!)]);
        }

        return fields.Count > 0
            ? new DayFieldsOpeningTimes(fields, ReadText(reader, HoursStyle.OneDay))
            : throw reader.Error("days", "must not be empty");
    }

    private static DayField ReadDayField(int day, JsonObjectReader reader)
    {
        (FieldPath start, FieldPath end) = ReadRange(reader);
        return new DayField(day, null, start, end);
    }

    private static (FieldPath Start, FieldPath End) ReadRange(JsonObjectReader range)
    {
        var paths = (new FieldPath(range.RequiredText("start")), new FieldPath(range.RequiredText("end")));
        range.RefuseUnknownKeys();
        return paths;
    }

    private static int? Day(string name) => OpeningTimes.DayNumberOf(name) is >= 0 and var day ? day : null;

    private static FeedException NotADay(JsonObjectReader reader, string key) =>
        reader.Error(key, $"must be one of {string.Join(", ", OpeningTimes.DayNames)}");
}

using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

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

        List<DayRanges> ranges = ReadRanges(reader, "ranges", ReadText(reader, HoursStyle.OneDay));
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
        HoursText text = ReadText(reader, HoursStyle.OneDay);
        List<(int, DayRanges)> fields = [.. days.Keys.SelectMany(
            name => ReadRanges(days, name, text), (name, ranges) => (Day(name) ?? throw NotADay(days, name), ranges))];
        return fields.Count > 0 ? new DayFieldsOpeningTimes(fields) : throw reader.Error("days", "must not be empty");
    }

    /// <summary>
    /// A path of texts, or one or more objects with the paths of a start and an end, which are meant inside the objects at a third path
    /// where there is one.
    /// </summary>
    private static List<DayRanges> ReadRanges(JsonObjectReader parent, string key, HoursText text)
    {
        JsonElement element = parent.Required(key);
        return element.ValueKind switch
        {
            JsonValueKind.String => [new DayRanges(new FieldPath(parent.RequiredText(key)), null, null, text)],
            JsonValueKind.Array => [.. element.EnumerateArray().Select((item, index) => ReadSpan(parent.Item(key, index, item), text))],
            _ => [ReadSpan(parent.OptionalObject(key)!, text)],
        };
    }

    private static DayRanges ReadSpan(JsonObjectReader reader, HoursText text)
    {
        FieldPath? path = reader.OptionalText("path") is { } items ? new FieldPath(items) : null;
        var ranges = new DayRanges(path, new FieldPath(reader.RequiredText("start")), new FieldPath(reader.RequiredText("end")), text);
        reader.RefuseUnknownKeys();
        return ranges;
    }

    private static int? Day(string name) => OpeningTimes.DayNumberOf(name) is >= 0 and var day ? day : null;

    private static FeedException NotADay(JsonObjectReader reader, string key) =>
        reader.Error(key, $"must be one of {string.Join(", ", OpeningTimes.DayNames)}");
}

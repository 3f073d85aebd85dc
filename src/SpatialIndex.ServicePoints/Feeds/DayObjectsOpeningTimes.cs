using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>
/// Hours as an array with one object a day, whose properties name the day and the start and end of one or more ranges
/// (<c>HH:mm</c> or <c>HHmm</c>; empty when closed).
/// </summary>
internal sealed class DayObjectsOpeningTimes(
    FieldPath path, FieldPath dayPath, FrozenDictionary<string, int> days, IReadOnlyList<(FieldPath Start, FieldPath End)> ranges)
    : OpeningTimesSource(path)
{
    public override OpeningTimes Read(FeedRecord record, Action<string, string> report)
    {
        if (record.Json(Path) is not { ValueKind: not JsonValueKind.Null } element)
        {
            return OpeningTimes.None;
        }

        List<TimeRange>[] week = [[], [], [], [], [], [], []];
        bool understood = element.ValueKind == JsonValueKind.Array;
        if (understood)
        {
            foreach (JsonElement day in element.EnumerateArray())
            {
                understood = understood && TryReadDay(new JsonFeedRecord(day) { Number = record.Number }, week);
            }
        }

        if (!understood)
        {
            report("the hours are not understood and stay unknown", element.GetRawText());
            return OpeningTimes.None;
        }

        return Week(week);
    }

    private bool TryReadDay(JsonFeedRecord day, List<TimeRange>[] week)
    {
        if (day.Text(dayPath) is not { } name || !days.TryGetValue(name, out int index))
        {
            return false;
        }

        foreach ((FieldPath start, FieldPath end) in ranges)
        {
            string opens = Normalize(day.Text(start));
            string closes = Normalize(day.Text(end));
            if (opens.Length == 0 && closes.Length == 0)
            {
                continue;
            }

            if (TimeRange.TryParse(opens, closes) is not { } range)
            {
                return false;
            }

            week[index].Add(range);
        }

        return true;
    }

    private static string Normalize(string? time)
    {
        string text = time?.Trim() ?? "";
        return text.Length == 4 && text.All(char.IsAsciiDigit) ? $"{text[..2]}:{text[2..]}" : text;
    }
}

using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>The hours of the canonical feed: an object of seven days, each null or an array of start and end times.</summary>
internal sealed class CanonicalOpeningTimes(FieldPath path) : OpeningTimesSource
{
    public override IEnumerable<FieldPath> Paths => [path];

    public override FieldPath? OnlyPath => path;

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report)
    {
        if (record.Json(path) is not { ValueKind: not JsonValueKind.Null } week)
        {
            return OpeningTimes.None;
        }

        if (week.ValueKind != JsonValueKind.Object)
        {
            report(NotUnderstood, week.GetRawText());
            return OpeningTimes.None;
        }

        foreach (JsonProperty property in week.EnumerateObject())
        {
            if (OpeningTimes.DayNumberOf(property.Name) < 0)
            {
                report("has a key that is no day of the week, which was dropped", property.Name);
            }
        }

        var days = new List<TimeRange>[7];
        for (int day = 0; day < 7; day++)
        {
            days[day] = [];
            if (week.TryGetProperty(OpeningTimes.DayNames[day], out JsonElement ranges) && !TryReadRanges(ranges, days[day]))
            {
                report(NotUnderstood, $"{OpeningTimes.DayNames[day]}: {ranges.GetRawText()}");
                return OpeningTimes.None;
            }
        }

        return Week(days);
    }

    /// <summary>Reads null or an array of objects with a start and an end time.</summary>
    public static bool TryReadRanges(JsonElement element, List<TimeRange> ranges)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (JsonElement item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object
                || TimeRange.TryParse(Text(item, "start_time"), Text(item, "end_time")) is not { } range)
            {
                return false;
            }

            ranges.Add(range);
        }

        return true;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

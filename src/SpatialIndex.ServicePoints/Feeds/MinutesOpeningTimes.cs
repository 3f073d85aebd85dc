using System.Text.Json;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Hours as an object of days, each an array of objects with <c>start</c> and <c>end</c> in minutes after midnight.</summary>
internal sealed class MinutesOpeningTimes(FieldPath path) : OpeningTimesSource(path)
{
    public override OpeningTimes Read(FeedRecord record, Action<string, string> report)
    {
        if (record.Json(Path) is not { ValueKind: not JsonValueKind.Null } week)
        {
            return OpeningTimes.None;
        }

        List<TimeRange>[] days = [[], [], [], [], [], [], []];
        if (week.ValueKind != JsonValueKind.Object || !week.EnumerateObject().All(day => TryReadDay(day, days)))
        {
            report("the hours are not understood and stay unknown", week.GetRawText());
            return OpeningTimes.None;
        }

        return Week(days);
    }

    private static bool TryReadDay(JsonProperty property, List<TimeRange>[] days)
    {
        int day = OpeningTimes.DayNumberOf(property.Name.ToLowerInvariant());
        if (property.Value.ValueKind == JsonValueKind.Null)
        {
            return day >= 0;
        }

        if (day < 0 || property.Value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (JsonElement item in property.Value.EnumerateArray())
        {
            // Nothing tells whether a range that ends where it starts is a whole day or none.
            if (Minute(item, "start") is not { } start || Minute(item, "end") is not { } end || start == end || start == TimeRange.MinutesPerDay)
            {
                return false;
            }

            days[day].Add(new TimeRange(start, end));
        }

        return true;
    }

    private static int? Minute(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out int minute)
        && minute is >= 0 and <= TimeRange.MinutesPerDay
            ? minute
            : null;
}

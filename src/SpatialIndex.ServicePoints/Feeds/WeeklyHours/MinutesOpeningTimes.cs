using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Hours as an object of days, each an array of objects with <c>start</c> and <c>end</c> in minutes after midnight.</summary>
internal sealed class MinutesOpeningTimes(FieldPath path) : OpeningTimesSource
{
    public override IEnumerable<FieldPath> Paths => [path];

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report)
    {
        if (Structure(record, path) is not { } week)
        {
            return OpeningTimes.None;
        }

        List<TimeRange>[] days = [[], [], [], [], [], [], []];
        if (week.ValueKind != JsonValueKind.Object || !week.EnumerateObject().All(day => TryReadDay(day, days)))
        {
            report(NotUnderstood, week.GetRawText());
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
            if (ClockTime.Range(Minute(item, "start"), Minute(item, "end")) is not { } range)
            {
                return false;
            }

            days[day].Add(range);
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

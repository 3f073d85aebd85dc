using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>
/// Hours as an array of objects, in JSON or as JSON in a text, whose properties name the day and the start and end of one or more ranges
/// (empty when closed). Several objects may be for one day.
/// </summary>
/// <param name="path">Where the array stands.</param>
/// <param name="where">Which objects are opening hours; all when there are no conditions.</param>
/// <param name="dayPath">Where an object names its day.</param>
/// <param name="days">The numbers of the days by these names.</param>
/// <param name="ranges">Where an object has its times.</param>
internal sealed class DayObjectsOpeningTimes(
    FieldPath path,
    IReadOnlyList<RecordCondition> where,
    FieldPath dayPath,
    FrozenDictionary<string, int> days,
    IReadOnlyList<(FieldPath Start, FieldPath End)> ranges)
    : OpeningTimesSource
{
    public override IEnumerable<FieldPath> Paths => [path];

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report)
    {
        if (Structure(record, path) is not { } element)
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
            report(NotUnderstood, element.GetRawText());
            return OpeningTimes.None;
        }

        return Week(week);
    }

    private bool TryReadDay(JsonFeedRecord day, List<TimeRange>[] week)
    {
        if (!where.All(condition => condition.Holds(day, out _)))
        {
            return true;
        }

        if (day.Text(dayPath) is not { } name || !days.TryGetValue(name, out int index))
        {
            return false;
        }

        foreach ((FieldPath start, FieldPath end) in ranges)
        {
            string? opens = day.Text(start);
            string? closes = day.Text(end);
            if (string.IsNullOrWhiteSpace(opens) && string.IsNullOrWhiteSpace(closes))
            {
                continue;
            }

            if (ClockTime.Range(ClockTime.Parse(opens), ClockTime.Parse(closes)) is not { } range)
            {
                return false;
            }

            week[index].Add(range);
        }

        return true;
    }
}

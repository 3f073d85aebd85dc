using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>
/// Hours as an array of objects, in JSON or as JSON in a text, whose properties name the day and have its ranges (empty when closed).
/// Several objects may be for one day.
/// </summary>
/// <param name="path">Where the array stands.</param>
/// <param name="where">Which objects are opening hours; all when there are no conditions.</param>
/// <param name="dayPath">Where an object names its day.</param>
/// <param name="days">The numbers of the days by these names.</param>
/// <param name="ranges">Where an object has its ranges, in one or more places.</param>
internal sealed class DayObjectsOpeningTimes(
    FieldPath path,
    IReadOnlyList<RecordCondition> where,
    FieldPath dayPath,
    FrozenDictionary<string, int> days,
    IReadOnlyList<DayRanges> ranges)
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
                understood = understood && TryReadDay(new JsonFeedRecord(day) { Number = record.Number }, countryCode, week);
            }
        }

        if (!understood)
        {
            report(NotUnderstood, element.GetRawText());
            return OpeningTimes.None;
        }

        return Week(week);
    }

    private bool TryReadDay(JsonFeedRecord day, string countryCode, List<TimeRange>[] week)
    {
        if (!where.All(condition => condition.Holds(day, out _)))
        {
            return true;
        }

        if (day.Text(dayPath) is not { } name || !days.TryGetValue(name, out int index))
        {
            return false;
        }

        foreach (DayRanges place in ranges)
        {
            if (place.Read(day, countryCode) is not { } read)
            {
                return false;
            }

            week[index].AddRange(read);
        }

        return true;
    }
}

using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Hours with fields of their own for each day, 0 for Monday to 6 for Sunday. A day whose fields are empty is closed.</summary>
internal sealed class DayFieldsOpeningTimes(IReadOnlyList<(int Day, DayRanges Ranges)> fields) : OpeningTimesSource
{
    public override IEnumerable<FieldPath> Paths => fields.SelectMany(static day => day.Ranges.Paths);

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report)
    {
        var week = new List<TimeRange>?[7];
        foreach ((int day, DayRanges ranges) in fields)
        {
            if (ranges.Read(record, countryCode) is { } read)
            {
                (week[day] ??= []).AddRange(read);
                continue;
            }

            report(NotUnderstood, string.Join(", ", Paths.Select(path => $"{path}: {Raw(record, path)}")));
            return OpeningTimes.None;
        }

        return Week(week);
    }

    private static string? Raw(FeedRecord record, FieldPath path) => record.Json(path)?.GetRawText() ?? record.Text(path);
}

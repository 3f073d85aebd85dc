using System.Collections.Immutable;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Hours with fields of their own for each day: a text of ranges, or a start and an end. A day whose fields are empty is closed.</summary>
internal sealed class DayFieldsOpeningTimes(IReadOnlyList<DayField> fields, HoursText text) : OpeningTimesSource
{
    public override IEnumerable<FieldPath> Paths => fields.SelectMany(static day => day.Paths);

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report)
    {
        var week = new List<TimeRange>?[7];
        foreach (DayField field in fields)
        {
            if (Ranges(field, record) is { } ranges)
            {
                (week[field.Day] ??= []).AddRange(ranges);
                continue;
            }

            report(NotUnderstood, string.Join(", ", Paths.Select(path => $"{path}: {Raw(record, path)}")));
            return OpeningTimes.None;
        }

        return Week(week);
    }

    /// <summary>The ranges of a field; null when they are not understood.</summary>
    private ImmutableArray<TimeRange>? Ranges(DayField field, FeedRecord record)
    {
        if (field.Ranges is null)
        {
            return Span(record.Text(field.Start!), record.Text(field.End!));
        }

        if (record.Json(field.Ranges) is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json)
        {
            return TextOf(record.Text(field.Ranges));
        }

        return json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
            ? TextOf(string.Join(", ", json.EnumerateArray().Select(static item => item.GetString())))
            : null;
    }

    private ImmutableArray<TimeRange>? TextOf(string? ranges) =>
        string.IsNullOrWhiteSpace(ranges) ? []
        : text.Parse(ranges.Trim()) is { } week && Enumerable.Range(1, 6).All(day => week[day].SequenceEqual(week[0])) ? week[0]
        : null;

    private static ImmutableArray<TimeRange>? Span(string? start, string? end) =>
        string.IsNullOrWhiteSpace(start) && string.IsNullOrWhiteSpace(end) ? []
        : ClockTime.Range(ClockTime.Parse(start), ClockTime.Parse(end)) is { } range ? [range]
        : default(ImmutableArray<TimeRange>?);

    private static string? Raw(FeedRecord record, FieldPath path) => record.Json(path)?.GetRawText() ?? record.Text(path);
}

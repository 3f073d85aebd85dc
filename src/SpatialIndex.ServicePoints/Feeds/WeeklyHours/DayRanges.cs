using System.Collections.Immutable;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Where the ranges of one day stand: as a text or an array of texts, as a start and an end, or in objects that have them.</summary>
/// <param name="path">The path of the text, the texts or the objects; null when start and end are paths of the record.</param>
/// <param name="start">The path of the start; null when there are texts.</param>
/// <param name="end">The path of the end; null when there are texts.</param>
/// <param name="text">How texts are read.</param>
internal sealed class DayRanges(FieldPath? path, FieldPath? start, FieldPath? end, HoursText text)
{
    public IEnumerable<FieldPath> Paths => path is null ? [start!, end!] : [path];

    /// <summary>The ranges, none when there is nothing; null when they are not understood.</summary>
    public ImmutableArray<TimeRange>? Read(FeedRecord record, string countryCode)
    {
        if (path is null)
        {
            return Span(record);
        }

        if (record.Json(path) is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json)
        {
            return TextOf(record.Text(path), countryCode);
        }

        JsonElement[] items = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
        return start is not null ? Spans(items, record.Number)
            : items.All(static item => item.ValueKind == JsonValueKind.String) ? TextOf(string.Join(", ", items.Select(static item => item.GetString())), countryCode)
            : null;
    }

    private ImmutableArray<TimeRange>? TextOf(string? ranges, string countryCode) =>
        string.IsNullOrWhiteSpace(ranges) ? []
        : text.Parse(ranges.Trim(), countryCode) is { } week && Enumerable.Range(1, 6).All(day => week[day].SequenceEqual(week[0])) ? week[0]
        : null;

    private ImmutableArray<TimeRange>? Spans(JsonElement[] items, long number)
    {
        var spans = new List<TimeRange>();
        foreach (JsonElement item in items)
        {
            if (item.ValueKind != JsonValueKind.Object || Span(new JsonFeedRecord(item) { Number = number }) is not { } span)
            {
                return null;
            }

            spans.AddRange(span);
        }

        return [.. spans];
    }

    private ImmutableArray<TimeRange>? Span(FeedRecord record)
    {
        string? opens = record.Text(start!);
        string? closes = record.Text(end!);
        return string.IsNullOrWhiteSpace(opens) && string.IsNullOrWhiteSpace(closes) ? []
            : ClockTime.Range(ClockTime.Parse(opens), ClockTime.Parse(closes)) is { } range ? [range]
            : default(ImmutableArray<TimeRange>?);
    }
}

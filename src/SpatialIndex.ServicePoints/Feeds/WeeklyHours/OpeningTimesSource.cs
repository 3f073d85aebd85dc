using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Where the weekly hours of a record come from, one kind for each way of writing them.</summary>
internal abstract class OpeningTimesSource
{
    /// <summary>Where the hours stand in the record.</summary>
    public abstract IEnumerable<FieldPath> Paths { get; }

    /// <summary>The path of the JSON value that the hours are made of alone; null when more matters.</summary>
    public virtual FieldPath? OnlyPath => null;

    /// <summary>The hours, or none when the record has none or they are not understood, which is reported with the original text.</summary>
    /// <param name="record">The record.</param>
    /// <param name="countryCode">The country of the point, which tells the language of a text.</param>
    /// <param name="report">Called with the reason and the text.</param>
    public abstract OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report);

    /// <summary>What problems call the hours.</summary>
    public const string Field = "opening_times";

    /// <summary>Why hours are reported that nothing in the profile understands.</summary>
    public const string NotUnderstood = "the hours are not understood and stay unknown";

    /// <summary>Why hours are reported of which only a part can be stored.</summary>
    public const string WeeklyPart = "the hours say more than a week can (holidays, dates, comments), of which the weekly part was taken over";

    /// <summary>Builds a week from the ranges of its days, null where a day is closed.</summary>
    public static OpeningTimes Week(List<TimeRange>?[] days) => new([.. days.Select(static day => day is null ? [] : day.ToImmutableArray())]);

    /// <summary>The JSON at the path, or in the text at the path; null when there is none.</summary>
    protected static JsonElement? Structure(FeedRecord record, FieldPath path)
    {
        if (record.Json(path) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json)
        {
            return json;
        }

        if (record.Text(path)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonText.Problem(Encoding.UTF8.GetBytes(text)) is null ? JsonElement.Parse(text) : Unreadable(text);
        }
        catch (JsonException)
        {
            return Unreadable(text);
        }
    }

    /// <summary>The text itself as a JSON string: no hours can be read from it, and it is reported as it stands.</summary>
    private static JsonElement Unreadable(string text) => JsonElement.Parse(JsonEscape.Literal(text));
}

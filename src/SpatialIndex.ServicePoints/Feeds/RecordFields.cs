using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>One record seen through a profile: its fields with their types, and the problems met on the way.</summary>
internal sealed class RecordFields(FeedProfile profile, string file, FeedRecord record)
{
    private List<FeedProblem>? _problems;
    private string? _carrierServicePointId;
    private FeedField _evaluated;
    private Action<string, string>? _warnOfEvaluated;

    public FeedRecord Record => record;

    public IReadOnlyList<FeedProblem> Problems => _problems ?? [];

    /// <summary>From now on problems name the carrier's identifier.</summary>
    public void Identify(string? carrierServicePointId) => _carrierServicePointId = carrierServicePointId;

    /// <summary>Reports that the record is lost.</summary>
    public void Lose(FeedProblemKind kind, FeedField? field, string reason, string? value) =>
        Report(kind, field is { } named ? FeedProfileReader.FeedFieldName(named) : null, reason, value);

    /// <summary>Reports that a field was dropped or guessed.</summary>
    public void Warn(string field, string reason, string? value) => Report(FeedProblemKind.Warning, field, reason, value);

    /// <summary>Whether any of the conditions holds, and the value that decided.</summary>
    public bool Holds(IReadOnlyList<RecordCondition> conditions, out string? value)
    {
        foreach (RecordCondition condition in conditions)
        {
            if (condition.Holds(record, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>The text of a field; null when there is none.</summary>
    public string? Optional(FeedField field)
    {
        if (!profile.Fields.TryGetValue(field, out FieldSource? source))
        {
            return null;
        }

        _evaluated = field;
        _warnOfEvaluated ??= (reason, value) => Warn(FeedProfileReader.FeedFieldName(_evaluated), reason, value);
        return source.Evaluate(record, _warnOfEvaluated);
    }

    /// <summary>The text of a field; empty when there is none.</summary>
    public string Text(FeedField field) => Optional(field) ?? "";

    /// <summary>The text of a field that every point needs; without it the record is lost and null is returned.</summary>
    public string? Required(FeedField field) => Required(field, Optional(field));

    /// <summary>The same for a field that was read already.</summary>
    public string? Required(FeedField field, string? text)
    {
        if (text is null)
        {
            Lose(FeedProblemKind.Rejected, field, "is missing", null);
        }

        return text;
    }

    /// <summary>A field that counts when the record has it, even if it is null there; else what is known otherwise.</summary>
    public string? GivenOr(FeedField field, string? known) =>
        profile.Fields.TryGetValue(field, out FieldSource? source) && source.Paths.Any(record.Has) ? Optional(field) : known;

    /// <summary>An RFC 3339 instant; otherwise when the feed was fetched.</summary>
    public DateTimeOffset RefreshedAt(DateTimeOffset asOf) =>
        Instant(FeedField.RefreshedAt, "is not an RFC 3339 instant; the time of fetching is taken instead") ?? asOf;

    /// <summary>An RFC 3339 instant; null for a point that is there.</summary>
    public DateTimeOffset? VanishedAt() => Instant(FeedField.VanishedAt, "is not an RFC 3339 instant; the point counts as being there");

    /// <summary>The name of a time zone that exists; null when there is none.</summary>
    public string? TimeZone()
    {
        if (Optional(FeedField.TimeZone) is not { } name)
        {
            return null;
        }

        if (TimeZoneName.IsKnown(name))
        {
            return name;
        }

        Warn("time_zone", "is not an IANA time zone and was dropped", name);
        return null;
    }

    /// <summary>The weekly hours from the first place that has any.</summary>
    /// <param name="countryCode">The country of the point.</param>
    /// <param name="understood">What was made of hours before, and is added to.</param>
    /// <param name="weeks">All weeks, each once.</param>
    public OpeningTimes OpeningTimes(string countryCode, RecurringValues<OpeningTimes> understood, ValuePool<OpeningTimes> weeks)
    {
        ReadOnlySpan<byte> text = profile.OpeningTimes is [{ OnlyPath: { } path }] && record.Json(path) is { } json ? JsonMarshal.GetRawUtf8Value(json) : default;
        if (understood.Find(text) is { } known)
        {
            return known;
        }

        int problems = Problems.Count;
        OpeningTimes week = weeks.Share(ReadOpeningTimes(countryCode));
        if (!text.IsEmpty && Problems.Count == problems)
        {
            understood.Remember(text, week);
        }

        return week;
    }

    private OpeningTimes ReadOpeningTimes(string countryCode)
    {
        string? notUnderstood = null;
        foreach (OpeningTimesSource source in profile.OpeningTimes)
        {
            OpeningTimes week = source.Read(record, countryCode, Report);
            if (!week.IsEmpty)
            {
                return week;
            }
        }

        if (notUnderstood is not null)
        {
            Warn(OpeningTimesSource.Field, OpeningTimesSource.NotUnderstood, notUnderstood);
        }

        return Model.OpeningTimes.None;

        // What one place says and is not understood does not matter where another place says it, too.
        void Report(string reason, string value)
        {
            if (reason == OpeningTimesSource.NotUnderstood)
            {
                notUnderstood ??= value;
            }
            else
            {
                Warn(OpeningTimesSource.Field, reason, value);
            }
        }
    }

    /// <summary>The dated hours that are understood, in order of date.</summary>
    public ImmutableArray<DatedHours> OpeningExceptions()
    {
        if (profile.OpeningExceptions is not { } path || record.Json(path) is not { ValueKind: not JsonValueKind.Null } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Warn("opening_exceptions", "is not an array and was dropped", list.GetRawText());
            return [];
        }

        var exceptions = new SortedDictionary<DateOnly, DatedHours>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (DatedHoursOf(item) is not { } hours || !exceptions.TryAdd(hours.Date, hours))
            {
                Warn("opening_exceptions", "an exception is not understood, or a second one for its date, and was dropped", item.GetRawText());
            }
        }

        return [.. exceptions.Values];
    }

    private static DatedHours? DatedHoursOf(JsonElement item)
    {
        var ranges = new List<TimeRange>();
        return item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty("date", out JsonElement date)
            && date.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(date.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && item.TryGetProperty("ranges", out JsonElement rangeList)
            && CanonicalOpeningTimes.TryReadRanges(rangeList, ranges)
                ? new DatedHours(day, [.. ranges])
                : null;
    }

    private DateTimeOffset? Instant(FeedField field, string reasonOtherwise)
    {
        if (Optional(field) is not { } text)
        {
            return null;
        }

        if (Rfc3339.TryParse(text, out DateTimeOffset instant))
        {
            return instant;
        }

        Warn(FeedProfileReader.FeedFieldName(field), reasonOtherwise, text);
        return null;
    }

    private void Report(FeedProblemKind kind, string? field, string reason, string? value) =>
        (_problems ??= []).Add(new FeedProblem(kind, file, record.Number, _carrierServicePointId, field, reason, value));
}

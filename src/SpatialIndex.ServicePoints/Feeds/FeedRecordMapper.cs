using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Turns the records of one feed into points, by its profile, and says of each what was not taken over.</summary>
internal sealed class FeedRecordMapper
{
    private readonly string _file;
    private readonly FeedProfile _profile;
    private readonly CarrierCatalogue _carriers;
    private readonly DateTimeOffset _asOf;
    private readonly HashSet<string> _knownPaths;
    private readonly HashSet<string> _parentPaths;

    private readonly ValuePool<string> _texts = new();
    private readonly ValuePool<CarrierReference> _carrierReferences = new();
    private readonly ValuePool<OpeningTimes> _weeks = new();
    private readonly ValuePool<Contact> _contacts = new();

    // The state of the record at hand.
    private readonly List<FeedProblem> _problems = [];
    private FeedRecord _record = new DamagedFeedRecord { Number = 0 };
    private string? _carrierServicePointId;

    public FeedRecordMapper(string file, FeedProfile profile, CarrierCatalogue carriers, DateTimeOffset asOf)
    {
        _file = file;
        _profile = profile;
        _carriers = carriers;
        _asOf = asOf;
        _knownPaths = [.. KnownPaths(profile).Select(static path => path.Text)];
        _parentPaths = [.. KnownPaths(profile).SelectMany(Parents)];
    }

    public FeedRecordResult Map(FeedRecord record)
    {
        _record = record;
        _carrierServicePointId = null;
        _problems.Clear();
        ServicePoint? point = record.Damage is { } damage ? Lose(FeedProblemKind.Rejected, null, damage, null) : MapFields();
        return new FeedRecordResult(record.Number, point, [.. _problems]);
    }

    private ServicePoint? MapFields()
    {
        // The identifier is read first, so that every other problem can name it.
        string? carrierServicePointId = Optional(FeedField.CarrierServicePointId);
        _carrierServicePointId = carrierServicePointId;
        foreach (SkipRule rule in _profile.Skip)
        {
            if (Holds(rule.Conditions, out string? value))
            {
                return Lose(FeedProblemKind.Skipped, null, rule.Reason, value);
            }
        }

        if (carrierServicePointId is null)
        {
            return Missing(FeedField.CarrierServicePointId);
        }

        if (Optional(FeedField.CarrierCode) is not { } carrierCode)
        {
            return Missing(FeedField.CarrierCode);
        }

        if (Optional(FeedField.CountryCode) is not { } countryText)
        {
            return Missing(FeedField.CountryCode);
        }

        if (CountryCode.Normalize(countryText) is not { } countryCode)
        {
            return Lose(FeedProblemKind.Rejected, FeedField.CountryCode, "is not an ISO 3166-1 alpha-2 country code", countryText);
        }

        if (Coordinate(FeedField.Latitude, 90) is not { } latitude || Coordinate(FeedField.Longitude, 180) is not { } longitude)
        {
            return null;
        }

        if (latitude == 0 && longitude == 0 && !_profile.KeepsZeroPosition)
        {
            return Lose(FeedProblemKind.Rejected, FeedField.Latitude, "the position is 0, 0, which stands for an unknown one", null);
        }

        if (!TryId(carrierCode, carrierServicePointId, out long id))
        {
            return null;
        }

        foreach (WarnRule rule in _profile.Warn)
        {
            if (Holds(rule.Conditions, out string? value))
            {
                Warn(FeedProfileReader.FeedFieldName(rule.Field), rule.Reason, value);
            }
        }

        CheckUnknownFields();
        return new ServicePoint
        {
            Id = id,
            Name = Text(FeedField.Name),
            Carrier = Carrier(carrierCode),
            CarrierServicePointId = carrierServicePointId,
            CarrierShopType = Optional(FeedField.CarrierShopType) is { } kind ? _texts.Share(kind) : null,
            GeneralShopType = Optional(FeedField.GeneralShopType) is { } generalKind ? _texts.Share(generalKind) : null,
            Address = new Address
            {
                Street = _texts.Share(Text(FeedField.Street)),
                HouseNumber = _texts.Share(Text(FeedField.HouseNumber)),
                PostalCode = _texts.Share(Text(FeedField.PostalCode)),
                City = _texts.Share(Text(FeedField.City)),
                CountryCode = _texts.Share(countryCode),
            },
            Position = new GeoPoint { Latitude = latitude, Longitude = longitude },
            Contact = _contacts.Share(new Contact(Text(FeedField.Email), Text(FeedField.Phone))),
            OpeningTimes = OpeningTimesOf(),
            OpeningExceptions = Exceptions(),
            RefreshedAt = RefreshedAt(),
            TimeZone = TimeZone(),
        };
    }

    private bool Holds(IReadOnlyList<RecordCondition> conditions, out string? value)
    {
        foreach (RecordCondition condition in conditions)
        {
            if (condition.Holds(_record, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    private OpeningTimes OpeningTimesOf()
    {
        foreach (OpeningTimesSource source in _profile.OpeningTimes)
        {
            OpeningTimes week = source.Read(_record, (reason, value) => Warn("opening_times", reason, value));
            if (!week.IsEmpty)
            {
                return _weeks.Share(week);
            }
        }

        return OpeningTimes.None;
    }

    private string? Optional(FeedField field) =>
        _profile.Fields.TryGetValue(field, out FieldSource? source)
            ? source.Evaluate(_record, (reason, value) => Warn(FeedProfileReader.FeedFieldName(field), reason, value))
            : null;

    private string Text(FeedField field) => Optional(field) ?? "";

    private double? Coordinate(FeedField field, double limit)
    {
        if (Optional(field) is not { } text)
        {
            Missing(field);
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees))
        {
            Lose(FeedProblemKind.Rejected, field, "is not a number", text);
            return null;
        }

        if (!(Math.Abs(degrees) <= limit))
        {
            Lose(FeedProblemKind.Rejected, field, $"is not from -{limit} to {limit} degrees", text);
            return null;
        }

        return degrees;
    }

    private bool TryId(string carrierCode, string carrierServicePointId, out long id)
    {
        if (Optional(FeedField.Id) is not { } text)
        {
            id = ServicePointId.Derive(carrierCode, carrierServicePointId);
            return true;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0)
        {
            return true;
        }

        Lose(FeedProblemKind.Rejected, FeedField.Id, "is not a whole number from 1 to 9223372036854775807", text);
        return false;
    }

    private CarrierReference Carrier(string code)
    {
        CarrierReference known = _carriers.Find(code)?.Reference ?? new CarrierReference(code, code, null, null);
        return _carrierReferences.Share(new CarrierReference(
            code,
            Optional(FeedField.CarrierName) ?? known.Name,
            GivenOrKnown(FeedField.CarrierLogoUrl, known.LogoUrl),
            GivenOrKnown(FeedField.CarrierIconUrl, known.IconUrl)));
    }

    /// <summary>A field that the record has counts even if it is null.</summary>
    private string? GivenOrKnown(FeedField field, string? known) =>
        _profile.Fields.TryGetValue(field, out FieldSource? source) && source.Paths.Any(_record.Has) ? Optional(field) : known;

    private ImmutableArray<DatedHours> Exceptions()
    {
        if (_profile.OpeningExceptions is not { } path || _record.Json(path) is not { ValueKind: not JsonValueKind.Null } list)
        {
            return [];
        }

        var exceptions = new SortedDictionary<DateOnly, DatedHours>();
        if (list.ValueKind != JsonValueKind.Array)
        {
            Warn("opening_exceptions", "is not an array and was dropped", list.GetRawText());
            return [];
        }

        foreach (JsonElement item in list.EnumerateArray())
        {
            var ranges = new List<TimeRange>();
            if (item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("date", out JsonElement dateElement)
                && dateElement.ValueKind == JsonValueKind.String
                && DateOnly.TryParseExact(dateElement.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                && item.TryGetProperty("ranges", out JsonElement rangesElement)
                && CanonicalOpeningTimes.TryReadRanges(rangesElement, ranges)
                && exceptions.TryAdd(date, new DatedHours(date, [.. ranges])))
            {
                continue;
            }

            Warn("opening_exceptions", "an exception is not understood, or a second one for its date, and was dropped", item.GetRawText());
        }

        return [.. exceptions.Values];
    }

    private DateTimeOffset RefreshedAt()
    {
        if (Optional(FeedField.RefreshedAt) is not { } text)
        {
            return _asOf;
        }

        ParseResult<OffsetDateTime> result = OffsetDateTimePattern.Rfc3339.Parse(text);
        if (result.TryGetValue(default, out OffsetDateTime instant)
            && instant.Offset.Seconds % 60 == 0
            && instant.Year is > 1 and < 9999)
        {
            return instant.ToDateTimeOffset();
        }

        Warn("refreshed_at", "is not an RFC 3339 instant; the time of fetching is taken instead", text);
        return _asOf;
    }

    private string? TimeZone()
    {
        if (Optional(FeedField.TimeZone) is not { } name)
        {
            return null;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null)
        {
            return name;
        }

        Warn("time_zone", "is not an IANA time zone and was dropped", name);
        return null;
    }

    private void CheckUnknownFields()
    {
        if (!_profile.ReportsUnknownFields)
        {
            return;
        }

        foreach (string path in _record.UnknownFields(_knownPaths, _parentPaths))
        {
            Warn(path, "is not a field of the feed and was dropped", null);
        }
    }

    private ServicePoint? Missing(FeedField field) => Lose(FeedProblemKind.Rejected, field, "is missing", null);

    private ServicePoint? Lose(FeedProblemKind kind, FeedField? field, string reason, string? value)
    {
        Report(kind, field is { } named ? FeedProfileReader.FeedFieldName(named) : null, reason, value);
        return null;
    }

    private void Warn(string field, string reason, string? value) => Report(FeedProblemKind.Warning, field, reason, value);

    private void Report(FeedProblemKind kind, string? field, string reason, string? value) =>
        _problems.Add(new FeedProblem(kind, _file, _record.Number, _carrierServicePointId, field, reason, value));

    private static IEnumerable<FieldPath> KnownPaths(FeedProfile profile)
    {
        IEnumerable<FieldPath> paths = profile.Fields.Values.SelectMany(static source => source.Paths);
        paths = paths.Concat(profile.OpeningTimes.Select(static times => times.Path));
        return profile.OpeningExceptions is { } exceptions ? paths.Append(exceptions) : paths;
    }

    private static IEnumerable<string> Parents(FieldPath path) =>
        Enumerable.Range(1, path.Segments.Count - 1).Select(length => string.Join('.', path.Segments.Take(length)));
}

using System.Globalization;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Turns the records of one feed into points, by its profile, and says of each what was not taken over.</summary>
internal sealed class FeedRecordMapper
{
    /// <summary>Postal codes change, and gazetteers know the areas of few exactly: less far outside is no sign of a mistake.</summary>
    private const double FarMeters = 10_000;

    private readonly string _file;
    private readonly FeedProfile _profile;
    private readonly CarrierCatalogue _carriers;
    private readonly DateTimeOffset _asOf;
    private readonly IAddressBook? _addresses;
    private readonly PositionReader _positions;
    private readonly HashSet<string> _knownPaths;
    private readonly HashSet<string> _parentPaths;

    private readonly ValuePool<string> _texts = new();
    private readonly ValuePool<CarrierReference> _carrierReferences = new();
    private readonly ValuePool<OpeningTimes> _weeks = new();
    private readonly RecurringValues<OpeningTimes> _understoodWeeks = new();

    public FeedRecordMapper(string file, FeedProfile profile, CarrierCatalogue carriers, DateTimeOffset asOf, IAddressBook? addresses)
    {
        _file = file;
        _profile = profile;
        _carriers = carriers;
        _asOf = asOf;
        _addresses = addresses;
        _positions = new PositionReader(profile);
        _knownPaths = [.. KnownPaths(profile).Select(static path => path.Text)];
        _parentPaths = [.. KnownPaths(profile).SelectMany(Parents)];
    }

    /// <summary>Texts of the records that were mapped.</summary>
    public RecurringTexts Texts { get; } = new();

    public FeedRecordResult Map(FeedRecord record)
    {
        var fields = new RecordFields(_profile, _file, record);
        ServicePoint? point = null;
        if (record.Damage is { } damage)
        {
            fields.Lose(FeedProblemKind.Rejected, null, damage, record.DamageDetail);
        }
        else
        {
            point = Map(fields);
        }

        return new FeedRecordResult(record.Number, point, fields.Problems);
    }

    private ServicePoint? Map(RecordFields fields)
    {
        // The identifier is read first, so that every other problem can name it.
        string? identifier = fields.Optional(FeedField.CarrierServicePointId);
        fields.Identify(identifier);
        if (IsSkipped(fields)
            || fields.Required(FeedField.CarrierServicePointId, identifier) is not { } carrierServicePointId
            || fields.Required(FeedField.CarrierCode) is not { } carrierCode
            || Country(fields) is not { } countryCode
            || Given(fields) is not { } given
            || Id(fields, carrierCode, carrierServicePointId) is not { } id)
        {
            return null;
        }

        string postalCode = fields.Text(FeedField.PostalCode);
        countryCode = Territory(fields, countryCode, postalCode);
        Address address = Address(fields, countryCode, postalCode);
        if (Position(fields, given, address) is not { } position)
        {
            return null;
        }

        WarnOfWeakFields(fields);
        return new ServicePoint
        {
            Id = id,
            Name = fields.Text(FeedField.Name),
            Carrier = Carrier(fields, carrierCode),
            CarrierServicePointId = carrierServicePointId,
            CarrierShopType = ShareOptional(fields.Optional(FeedField.CarrierShopType)),
            GeneralShopType = ShareOptional(fields.Optional(FeedField.GeneralShopType)),
            Address = address,
            Position = position,
            Contact = new Contact(fields.Text(FeedField.Email), fields.Text(FeedField.Phone)),
            OpeningTimes = fields.OpeningTimes(countryCode, _understoodWeeks, _weeks),
            OpeningExceptions = fields.OpeningExceptions(),
            RefreshedAt = fields.RefreshedAt(_asOf),
            VanishedAt = fields.VanishedAt(),
            TimeZone = fields.TimeZone(),
        };
    }

    private bool IsSkipped(RecordFields fields)
    {
        foreach (SkipRule rule in _profile.Skip)
        {
            if (fields.Holds(rule.Conditions, out string? value))
            {
                fields.Lose(FeedProblemKind.Skipped, null, rule.Reason, value);
                return true;
            }
        }

        return false;
    }

    private static string? Country(RecordFields fields)
    {
        if (fields.Required(FeedField.CountryCode) is not { } text)
        {
            return null;
        }

        string? code = CountryCode.Normalize(text);
        if (code is null)
        {
            fields.Lose(FeedProblemKind.Rejected, FeedField.CountryCode, "is not an ISO 3166-1 alpha-2 country code", text);
        }

        return code;
    }

    /// <summary>The code of its own that a territory of the country has.</summary>
    private string Territory(RecordFields fields, string countryCode, string postalCode)
    {
        if (!_profile.TellsTerritories || Territories.At(countryCode, postalCode) is not { } territory)
        {
            return countryCode;
        }

        fields.Warn("country_code", $"the postal code is one of {territory}, which has a country code of its own", countryCode);
        return territory;
    }

    /// <summary>The position of a record, which only an address book can make up for; null when the record is lost.</summary>
    private RecordPosition? Given(RecordFields fields)
    {
        RecordPosition given = _positions.Read(fields);
        if (given.Point is null && _addresses is null)
        {
            fields.Lose(FeedProblemKind.Rejected, given.Field, given.Reason, given.Value);
            return null;
        }

        return given;
    }

    private GeoPoint? Position(RecordFields fields, RecordPosition given, Address address)
    {
        if (given.Point is { } point)
        {
            WarnOfDistance(fields, point, address);
            return point;
        }

        string text = string.Join(' ', new[] { address.Street, address.HouseNumber, address.PostalCode, address.City }.Where(static part => part.Length > 0));
        if (_addresses!.Locate(address) is not { } located)
        {
            fields.Lose(FeedProblemKind.Rejected, given.Field, $"{given.Reason}, and the address was not found", text);
            return null;
        }

        string part = located.IsWhole ? "" : " in part";
        fields.Warn(
            FeedProfileReader.FeedFieldName(given.Field),
            $"{given.Reason}; it is that of the address, found{part} by its {located.Precision}",
            string.Create(CultureInfo.InvariantCulture, $"{text}, to {located.UncertaintyMeters:0} m"));
        return located.Position;
    }

    private void WarnOfDistance(RecordFields fields, GeoPoint point, Address address)
    {
        if (address.PostalCode.Length == 0 || _addresses?.MetersOutsidePostalCode(address, point) is not { } meters || meters <= FarMeters)
        {
            return;
        }

        bool isSwapped = Math.Abs(point.Longitude) <= 90
            && _addresses.MetersOutsidePostalCode(address, new GeoPoint { Latitude = point.Longitude, Longitude = point.Latitude }) <= FarMeters;
        fields.Warn(
            "position",
            isSwapped ? "lies far outside its postal code, and in it with latitude and longitude swapped" : "lies far outside its postal code",
            string.Create(CultureInfo.InvariantCulture, $"{address.PostalCode}, {meters / 1000:0} km away"));
    }

    private Address Address(RecordFields fields, string countryCode, string postalCode)
    {
        (string street, string houseNumber) = Street(fields, countryCode);
        return new Address
        {
            Street = street,
            HouseNumber = houseNumber,
            PostalCode = postalCode,
            City = _texts.Share(fields.Text(FeedField.City)),
            CountryCode = _texts.Share(countryCode),
        };
    }

    private (string Street, string HouseNumber) Street(RecordFields fields, string countryCode)
    {
        string line = fields.Text(FeedField.Street);
        string houseNumber = fields.Text(FeedField.HouseNumber);
        if (!_profile.SplitsStreet || houseNumber.Length > 0 || StreetLine.Split(line, countryCode) is not { } split)
        {
            return (line, houseNumber);
        }

        fields.Warn("house_number", "stands in the street and was taken from there", line);
        return split;
    }

    private static long? Id(RecordFields fields, string carrierCode, string carrierServicePointId)
    {
        if (fields.Optional(FeedField.Id) is not { } text)
        {
            return ServicePointId.Derive(carrierCode, carrierServicePointId);
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0)
        {
            return id;
        }

        fields.Lose(FeedProblemKind.Rejected, FeedField.Id, $"is not a whole number from 1 to {long.MaxValue}", text);
        return null;
    }

    private CarrierReference Carrier(RecordFields fields, string code)
    {
        CarrierReference known = _carriers.Find(code)?.Reference ?? new CarrierReference(code, code, null, null);
        return _carrierReferences.Share(new CarrierReference(
            code,
            fields.Optional(FeedField.CarrierName) ?? known.Name,
            fields.GivenOr(FeedField.CarrierLogoUrl, known.LogoUrl),
            fields.GivenOr(FeedField.CarrierIconUrl, known.IconUrl)));
    }

    private string? ShareOptional(string? text) => text is null ? null : _texts.Share(text);

    private void WarnOfWeakFields(RecordFields fields)
    {
        foreach (WarnRule rule in _profile.Warn)
        {
            if (fields.Holds(rule.Conditions, out string? value))
            {
                fields.Warn(rule.Field, rule.Reason, value);
            }
        }

        if (_profile.ReportsUnknownFields)
        {
            foreach (string path in fields.Record.UnknownFields(_knownPaths, _parentPaths))
            {
                fields.Warn(path, "is not a field of the feed and was dropped", null);
            }
        }
    }

    private static IEnumerable<FieldPath> KnownPaths(FeedProfile profile)
    {
        IEnumerable<FieldPath> paths = profile.Fields.Values.SelectMany(static source => source.Paths)
            .Concat(profile.OpeningTimes.SelectMany(static times => times.Paths));
        return profile.OpeningExceptions is { } exceptions ? paths.Append(exceptions) : paths;
    }

    private static IEnumerable<string> Parents(FieldPath path) =>
        Enumerable.Range(1, path.Segments.Count - 1).Select(length => $"{string.Join('.', path.Segments.Take(length))}.");
}

using System.Text;
using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Sources;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>Puts the records of one country together: which of them mean the same locality, postal code and street.</summary>
internal sealed class CountryBuilder(string countryCode)
{
    // Two records of one name that are no farther apart are one locality.
    private const int SameNameMeters = 15_000;

    // The least of the letters that whole names of streets have besides what tells them from others.
    private const int CommonLetters = 3;

    private readonly string _way = AddressWords.WayOf(countryCode);
    private readonly List<GazetteerRecord> _records = [];
    private readonly List<LocalityBuilder> _localities = [];
    private readonly Dictionary<string, List<int>> _localitiesByKey = new(StringComparer.Ordinal);
    private readonly List<PostalCodeBuilder> _codes = [];
    private readonly Dictionary<string, int> _codesByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Locality, int Code, string Key), StreetBuilder> _streets = [];
    private readonly List<byte> _texts = [];
    private readonly Dictionary<string, int> _textOffsets = new(StringComparer.Ordinal);

    public void Add(GazetteerRecord record) => _records.Add(record);

    public CountryGazetteer Build()
    {
        foreach (GazetteerRecord record in _records.OrderBy(static r => Turn(r.Source)).ThenByDescending(static r => r.Population))
        {
            Place(record);
        }

        return Columns();
    }

    // Cities first, because other records of their names belong to them; service points last, because they know least.
    private static int Turn(GazetteerSourceKind source) => source switch
    {
        GazetteerSourceKind.GeoNamesCities => 0,
        GazetteerSourceKind.GeoNamesPostal => 1,
        GazetteerSourceKind.LaPoste => 2,
        GazetteerSourceKind.HouseNumbers => 3,
        GazetteerSourceKind.Streets => 4,
        _ => 5,
    };

    private void Place(GazetteerRecord record)
    {
        int code = PostalCodeOf(record);
        string name = AddressText.Key(WithoutDistrictNumber(record.Locality), _way);
        int locality = LocalityOf(record, name, code);
        if (locality < 0)
        {
            return;
        }

        bool isHouse = record.Source >= GazetteerSourceKind.Streets;
        _localities[locality].Add(record, name);
        if (code >= 0)
        {
            (isHouse ? _codes[code].Houses : _codes[code].Records).Add(record.Position);
            _codes[code].Localities.Add(locality);
            _localities[locality].Codes.Add(code);
        }

        string key = AddressText.Key(record.Street, _way);
        if (key.Length > 0)
        {
            if (!_streets.TryGetValue((locality, code, key), out StreetBuilder? street))
            {
                _streets.Add((locality, code, key), street = new StreetBuilder(record.Street, locality, code));
            }

            street.Add(record);
        }
    }

    private int PostalCodeOf(GazetteerRecord record)
    {
        string key = PostalCodeText.Key(record.PostalCode, countryCode);
        if (key.Length == 0)
        {
            return -1;
        }

        if (!_codesByKey.TryGetValue(key, out int code))
        {
            _codesByKey.Add(key, code = _codes.Count);
            _codes.Add(new PostalCodeBuilder(record.PostalCode));
        }

        return code;
    }

    private int LocalityOf(GazetteerRecord record, string name, int code)
    {
        if (name.Length == 0)
        {
            return code >= 0 && _codes[code].Localities.Count > 0 ? _codes[code].Localities.Min : -1;
        }

        // Of two that were made one commune, the one that bears the name itself has the streets.
        List<int> named = [.. (_localitiesByKey.GetValueOrDefault(name) ?? []).Where(candidate => IsNear(_localities[candidate], record.Position))];
        int locality = named.Count > 0
            ? named.MinBy(candidate => (_localities[candidate].Key == name ? 0 : 1, Haversine.DistanceMeters(_localities[candidate].First, record.Position)))
            : _localities.Count;
        if (locality == _localities.Count)
        {
            _localities.Add(new LocalityBuilder(record, WithoutDistrictNumber(record.Locality), name));
        }

        Name(locality, name);
        foreach (string other in record.OtherNames)
        {
            Name(locality, AddressText.Key(other, _way));
        }

        return locality;
    }

    private static bool IsNear(LocalityBuilder locality, GeoPoint position) =>
        Haversine.DistanceMeters(locality.First, position) <= Math.Max(SameNameMeters, 1.5 * locality.ExpectedRadiusMeters);

    /// <summary>"Lyon 03" is a part of Lyon.</summary>
    private static string WithoutDistrictNumber(string name)
    {
        int end = name.Length;
        while (end > 0 && char.IsAsciiDigit(name[end - 1]))
        {
            end--;
        }

        return end < name.Length && end > 1 && name[end - 1] == ' ' ? name[..(end - 1)] : name;
    }

    private void Name(int locality, string key)
    {
        if (key.Length == 0 || !_localities[locality].Keys.Add(key))
        {
            return;
        }

        if (!_localitiesByKey.TryGetValue(key, out List<int>? named))
        {
            _localitiesByKey.Add(key, named = []);
        }

        named.Add(locality);
    }

    private CountryGazetteer Columns()
    {
        var tree = new KdTreeBuilder(Enum.GetValues<PlaceKind>().Length);
        void Plant(PlaceKind kind, int index, GeoPoint position) => tree.Add(CountryGazetteer.IdOf(kind, index), position, (int)kind);

        KeyValuePair<(int Locality, int Code, string Key), StreetBuilder>[] streets =
            [.. _streets.OrderBy(static s => s.Key.Locality).ThenBy(static s => s.Key.Key, StringComparer.Ordinal).ThenBy(static s => s.Key.Code)];
        ILookup<int, int> streetsOfLocality = Enumerable.Range(0, streets.Length).ToLookup(i => streets[i].Key.Locality);
        ILookup<int, int> streetsOfCode = Enumerable.Range(0, streets.Length).ToLookup(i => streets[i].Key.Code);

        var localityRows = new List<LocalityRow>(_localities.Count);
        var localityCodes = new List<int>();
        var localityKeys = new KeyTableWriter();
        int firstStreet = 0;
        LocalitySpacing spacing = new(_localities.Select(static locality => locality.Position));
        for (int i = 0; i < _localities.Count; i++)
        {
            LocalityBuilder locality = _localities[i];
            GeoPoint position = locality.Position;
            int count = streetsOfLocality[i].Count();
            localityRows.Add(new LocalityRow
            {
                Name = Text(locality.Name),
                Region = Text(locality.Region),
                Population = locality.Population,
                RadiusMeters = locality.RadiusMeters(position, spacing.ReachMeters(position)),
                FirstCode = localityCodes.Count,
                CodeCount = locality.Codes.Count,
                FirstStreet = firstStreet,
                StreetCount = count,
            });
            firstStreet += count;
            localityCodes.AddRange(locality.Codes);
            foreach (string key in locality.Keys.Order(StringComparer.Ordinal))
            {
                localityKeys.Add(key, i, EditDistance.Allowed(key.Length));
            }

            Plant(PlaceKind.Locality, i, position);
        }

        var codeRows = new List<PostalCodeRow>(_codes.Count);
        var codeLocalities = new List<int>();
        var codeStreets = new List<int>();
        var codeKeys = new KeyTableWriter();
        for (int i = 0; i < _codes.Count; i++)
        {
            PostalCodeBuilder code = _codes[i];
            bool isPlaced = !code.Records.IsEmpty || !code.Houses.IsEmpty;
            GeoPoint position = isPlaced ? code.Position : default;
            codeRows.Add(new PostalCodeRow
            {
                Code = Text(code.Code),
                RadiusMeters = code.RadiusMeters(position, code.Localities.Select(locality => spacing.ReachMeters(_localities[locality].Position)).DefaultIfEmpty().Max()),
                FirstLocality = codeLocalities.Count,
                LocalityCount = code.Localities.Count,
                FirstStreet = codeStreets.Count,
                StreetCount = streetsOfCode[i].Count(),
            });
            codeLocalities.AddRange(code.Localities);
            codeStreets.AddRange(streetsOfCode[i]);
            if (isPlaced)
            {
                codeKeys.Add(PostalCodeText.Key(code.Code, countryCode), i, maxEdits: 0);
            }

            Plant(PlaceKind.PostalCode, i, position);
        }

        var streetRows = new List<StreetRow>(streets.Length);
        var streetKeys = new KeyTableWriter();
        var houses = new List<HouseRow>();
        var suffixes = new List<int>();
        var suffixIndexes = new Dictionary<string, ushort>(StringComparer.Ordinal);
        for (int i = 0; i < streets.Length; i++)
        {
            StreetBuilder street = streets[i].Value;
            GeoPoint position = street.Position;
            int firstHouse = houses.Count;
            foreach ((HouseNumber number, GeoPoint place) in street.Houses)
            {
                if (!suffixIndexes.TryGetValue(number.Suffix, out ushort suffix))
                {
                    suffix = checked((ushort)suffixes.Count);
                    suffixIndexes.Add(number.Suffix, suffix);
                    suffixes.Add(Text(number.Suffix));
                }

                Plant(PlaceKind.House, houses.Count, place);
                houses.Add(new HouseRow { Number = (ushort)number.Number, Suffix = suffix });
            }

            streetRows.Add(new StreetRow
            {
                Name = Text(street.Name),
                Locality = street.Locality,
                PostalCode = street.PostalCode,
                RadiusMeters = street.RadiusMeters(position),
                FirstHouse = firstHouse,
                HouseCount = houses.Count - firstHouse,
                Source = street.Source,
            });
            string core = AddressText.Core(AddressText.Words(street.Name, _way, out _));

            // In a whole name also the words may be misspelt that it has in common with others.
            streetKeys.Add(streets[i].Key.Key, i, EditDistance.Allowed(core.Length + CommonLetters));
            streetKeys.Add(core, i, EditDistance.Allowed(core.Length));
            Plant(PlaceKind.Street, i, position);
        }

        return new CountryGazetteer
        {
            Code = countryCode,
            Texts = _texts.ToArray(),
            Localities = localityRows.ToArray(),
            LocalityCodes = localityCodes.ToArray(),
            PostalCodes = codeRows.ToArray(),
            PostalCodeLocalities = codeLocalities.ToArray(),
            PostalCodeStreets = codeStreets.ToArray(),
            Streets = streetRows.ToArray(),
            Houses = houses.ToArray(),
            Suffixes = suffixes.ToArray(),
            LocalityKeys = localityKeys.ToTableByLength(),
            PostalCodeKeys = codeKeys.ToTable(),
            StreetKeys = streetKeys.ToTable(),
            Tree = tree.Build(),
        };
    }

    private int Text(string text)
    {
        if (!_textOffsets.TryGetValue(text, out int offset))
        {
            offset = _texts.Count;
            byte[] bytes = Encoding.UTF8.GetBytes(text.Length > 1_000 ? text[..1_000] : text);
            _texts.AddRange(BitConverter.GetBytes((ushort)bytes.Length));
            _texts.AddRange(bytes);
            _textOffsets.Add(text, offset);
        }

        return offset;
    }
}

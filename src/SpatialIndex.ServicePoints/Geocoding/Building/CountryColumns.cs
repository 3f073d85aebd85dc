using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>Lays the places of one country out in columns.</summary>
internal sealed class CountryColumns
{
    // The least of the letters that whole names of streets have besides what tells them from others.
    private const int CommonLetters = 3;

    private readonly string _countryCode;
    private readonly IReadOnlyList<LocalityBuilder> _localities;
    private readonly IReadOnlyList<PostalCodeBuilder> _codes;
    private readonly StreetBuilder[] _streets;
    private readonly string[] _streetKeys;
    private readonly ILookup<int, int> _streetsOfLocality;
    private readonly ILookup<int, int> _streetsOfCode;
    private readonly LocalitySpacing _spacing;
    private readonly KdTreeBuilder _tree = new(Enum.GetValues<PlaceKind>().Length);
    private readonly TextColumn _texts = new();

    private readonly List<LocalityRow> _localityRows = [];
    private readonly List<int> _localityCodes = [];
    private readonly KeyTableWriter _localityKeys = new();

    private readonly List<PostalCodeRow> _codeRows = [];
    private readonly List<int> _codeLocalities = [];
    private readonly List<int> _codeStreets = [];
    private readonly KeyTableWriter _codeKeys = new();

    private readonly List<StreetRow> _streetRows = [];
    private readonly KeyTableWriter _streetKeyTable = new();
    private readonly List<HouseRow> _houses = [];
    private readonly List<int> _suffixes = [];
    private readonly Dictionary<string, ushort> _suffixIndexes = new(StringComparer.Ordinal);

    public CountryColumns(
        string countryCode,
        IReadOnlyList<LocalityBuilder> localities,
        IReadOnlyList<PostalCodeBuilder> codes,
        IEnumerable<KeyValuePair<(int Locality, int Code, string Key), StreetBuilder>> streets)
    {
        _countryCode = countryCode;
        _localities = localities;
        _codes = codes;
        KeyValuePair<(int Locality, int Code, string Key), StreetBuilder>[] ordered =
            [.. streets.OrderBy(static s => s.Key.Locality).ThenBy(static s => s.Key.Key, StringComparer.Ordinal).ThenBy(static s => s.Key.Code)];
        _streets = Array.ConvertAll(ordered, static street => street.Value);
        _streetKeys = Array.ConvertAll(ordered, static street => street.Key.Key);
        _streetsOfLocality = Enumerable.Range(0, _streets.Length).ToLookup(street => _streets[street].Locality);
        _streetsOfCode = Enumerable.Range(0, _streets.Length).ToLookup(street => _streets[street].PostalCode);
        _spacing = new LocalitySpacing(localities.Select(static locality => locality.Position));
    }

    public CountryGazetteer ToGazetteer()
    {
        AddLocalities();
        AddPostalCodes();
        AddStreets();
        return new CountryGazetteer
        {
            Code = _countryCode,
            Texts = _texts.ToArray(),
            Localities = _localityRows.ToArray(),
            LocalityCodes = _localityCodes.ToArray(),
            PostalCodes = _codeRows.ToArray(),
            PostalCodeLocalities = _codeLocalities.ToArray(),
            PostalCodeStreets = _codeStreets.ToArray(),
            Streets = _streetRows.ToArray(),
            Houses = _houses.ToArray(),
            Suffixes = _suffixes.ToArray(),
            LocalityKeys = _localityKeys.ToTableByLength(),
            PostalCodeKeys = _codeKeys.ToTable(),
            StreetKeys = _streetKeyTable.ToTable(),
            Tree = Build(_tree, _countryCode),
        };
    }

    private void AddLocalities()
    {
        int firstStreet = 0;
        for (int i = 0; i < _localities.Count; i++)
        {
            LocalityBuilder locality = _localities[i];
            GeoPoint position = locality.Position;
            int count = _streetsOfLocality[i].Count();
            _localityRows.Add(new LocalityRow
            {
                Name = _texts.Add(locality.Name),
                Region = _texts.Add(locality.Region),
                Population = locality.Population,
                RadiusMeters = locality.RadiusMeters(position, _spacing.ReachMeters(position)),
                FirstCode = _localityCodes.Count,
                CodeCount = locality.Codes.Count,
                FirstStreet = firstStreet,
                StreetCount = count,
            });
            firstStreet += count;
            _localityCodes.AddRange(locality.Codes);
            foreach (string key in locality.Keys.Order(StringComparer.Ordinal))
            {
                _localityKeys.Add(key, i, EditDistance.Allowed(key.Length));
            }

            Plant(PlaceKind.Locality, i, position);
        }
    }

    private void AddPostalCodes()
    {
        for (int i = 0; i < _codes.Count; i++)
        {
            PostalCodeBuilder code = _codes[i];
            bool isPlaced = !code.Records.IsEmpty || !code.Houses.IsEmpty;
            GeoPoint position = isPlaced ? code.Position : default;
            _codeRows.Add(new PostalCodeRow
            {
                Code = _texts.Add(code.Code),
                RadiusMeters = code.RadiusMeters(position, code.Localities.Select(locality => _spacing.ReachMeters(_localities[locality].Position)).DefaultIfEmpty().Max()),
                FirstLocality = _codeLocalities.Count,
                LocalityCount = code.Localities.Count,
                FirstStreet = _codeStreets.Count,
                StreetCount = _streetsOfCode[i].Count(),
            });
            _codeLocalities.AddRange(code.Localities);
            _codeStreets.AddRange(_streetsOfCode[i]);
            if (isPlaced)
            {
                _codeKeys.Add(PostalCodeText.Key(code.Code, _countryCode), i, maxEdits: 0);
            }

            Plant(PlaceKind.PostalCode, i, position);
        }
    }

    private void AddStreets()
    {
        string way = AddressWords.WayOf(_countryCode);
        for (int i = 0; i < _streets.Length; i++)
        {
            StreetBuilder street = _streets[i];
            GeoPoint position = street.Position;
            int firstHouse = _houses.Count;
            foreach ((HouseNumber number, GeoPoint place) in street.Houses)
            {
                Plant(PlaceKind.House, _houses.Count, place);
                _houses.Add(new HouseRow { Number = (ushort)number.Number, Suffix = SuffixIndex(number.Suffix) });
            }

            _streetRows.Add(new StreetRow
            {
                Name = _texts.Add(street.Name),
                Locality = street.Locality,
                PostalCode = street.PostalCode,
                RadiusMeters = street.RadiusMeters(position),
                FirstHouse = firstHouse,
                HouseCount = _houses.Count - firstHouse,
                Source = street.Source,
            });
            string core = AddressText.Core(AddressText.Words(street.Name, way, out _));

            // In a whole name also the words may be misspelt that it has in common with others.
            _streetKeyTable.Add(_streetKeys[i], i, EditDistance.Allowed(core.Length + CommonLetters));
            _streetKeyTable.Add(core, i, EditDistance.Allowed(core.Length));
            Plant(PlaceKind.Street, i, position);
        }
    }

    /// <exception cref="GazetteerException">The places do not fit into one tree.</exception>
    internal static KdTree Build(KdTreeBuilder tree, string countryCode)
    {
        try
        {
            return tree.Build();
        }
        catch (InvalidOperationException exception)
        {
            throw new GazetteerException($"{countryCode}: {exception.Message}", exception);
        }
    }

    private ushort SuffixIndex(string suffix)
    {
        if (!_suffixIndexes.TryGetValue(suffix, out ushort index))
        {
            if (_suffixes.Count > ushort.MaxValue)
            {
                throw new GazetteerException($"{_countryCode}: the house numbers have more than {ushort.MaxValue + 1} different suffixes.");
            }

            index = (ushort)_suffixes.Count;
            _suffixIndexes.Add(suffix, index);
            _suffixes.Add(_texts.Add(suffix));
        }

        return index;
    }

    private void Plant(PlaceKind kind, int index, GeoPoint position) => _tree.Add(CountryGazetteer.IdOf(kind, index), position, (int)kind);
}

using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Sources;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>Puts the records of one country together: which of them mean the same locality, postal code and street.</summary>
internal sealed class CountryBuilder(string countryCode)
{
    // Two records of one name that are no farther apart are one locality.
    private const int SameNameMeters = 15_000;

    private readonly string _way = AddressWords.WayOf(countryCode);
    private readonly List<LocalityBuilder> _localities = [];
    private readonly Dictionary<string, List<int>> _localitiesByKey = new(StringComparer.Ordinal);
    private readonly List<PostalCodeBuilder> _codes = [];
    private readonly Dictionary<string, int> _codesByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Locality, int Code, string Key), StreetBuilder> _streets = [];

    public CountryGazetteer Build() => new CountryColumns(countryCode, _localities, _codes, _streets).ToGazetteer();

    /// <summary>Adds what a record says. What others belong to comes first: larger cities before smaller ones, and sources in their turns.</summary>
    /// <returns>False when there is no locality that the record could belong to.</returns>
    public bool Place(GazetteerRecord record)
    {
        int code = PostalCodeOf(record);
        string name = WithoutDistrictNumber(record.Locality);
        string nameKey = AddressText.Key(name, _way);
        int locality = LocalityOf(record, name, nameKey, code);
        if (locality < 0)
        {
            return false;
        }

        bool isHouse = record.Source >= GazetteerSourceKind.Streets;
        _localities[locality].Add(record, name, nameKey);
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

        return true;
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

    private int LocalityOf(GazetteerRecord record, string name, string key, int code)
    {
        if (key.Length == 0)
        {
            return code >= 0 && _codes[code].Localities.Count > 0 ? _codes[code].Localities.Min : -1;
        }

        // Of two that were made one commune, the one that bears the name itself has the streets.
        List<int> named = [.. (_localitiesByKey.GetValueOrDefault(key) ?? []).Where(candidate => IsNear(_localities[candidate], record.Position))];
        int locality = named.Count > 0
            ? named.MinBy(candidate => (_localities[candidate].Key == key ? 0 : 1, Haversine.DistanceMeters(_localities[candidate].First, record.Position)))
            : _localities.Count;
        if (locality == _localities.Count)
        {
            _localities.Add(new LocalityBuilder(record, name, key));
        }

        Name(locality, key);
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
}

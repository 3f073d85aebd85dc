using SpatialIndex.ServicePoints.Geocoding.Sources;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>A street within a locality and a postal code while its country is built.</summary>
internal sealed class StreetBuilder(string name, int locality, int postalCode)
{
    private readonly List<(HouseNumber Number, GeoPoint Position)> _houses = [];
    private readonly PlaceExtent _extent = new();
    private GeoPoint? _stated;
    private int _statedRadiusMeters;

    public string Name { get; } = name;

    public int Locality { get; } = locality;

    public int PostalCode { get; } = postalCode;

    public GazetteerSourceKind Source { get; private set; }

    public IEnumerable<(HouseNumber Number, GeoPoint Position)> Houses =>
        _houses.Distinct().OrderBy(static house => house.Number.Number).ThenBy(static house => house.Number.Suffix, StringComparer.Ordinal)
            .ThenBy(static house => house.Position.Latitude).ThenBy(static house => house.Position.Longitude);

    public GeoPoint Position => _stated ?? _extent.Middle();

    public int RadiusMeters(GeoPoint position) => Math.Max(_statedRadiusMeters, _extent.RadiusMeters(position));

    public void Add(GazetteerRecord record)
    {
        if (record.Source == GazetteerSourceKind.ServicePoints && Source > record.Source)
        {
            return;
        }

        Source = (GazetteerSourceKind)Math.Max((byte)Source, (byte)record.Source);
        _extent.Add(record.Position);
        if (record.Source == GazetteerSourceKind.Streets)
        {
            _stated ??= record.Position;
            _statedRadiusMeters = Math.Max(_statedRadiusMeters, record.RadiusMeters);
        }

        List<string> words = AddressText.Words(record.HouseNumber, "", out _);
        if (HouseNumber.Parse([.. words]) is { } number)
        {
            _houses.Add((number, record.Position));
        }
    }
}

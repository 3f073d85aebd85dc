using NodaTime.TimeZones;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Hours;

/// <summary>
/// Which time zone the hours of a point are meant in: the first of these that there is.
/// <list type="number">
/// <item>The zone that the point names.</item>
/// <item>The zone that the catalogue gives as the default of the point's country.</item>
/// <item>Of the country's zones in the tz database, the one whose place (usually its largest town) is nearest.</item>
/// <item>UTC.</item>
/// </list>
/// The rules come with the library, not from the machine. Safe to share between threads; asking allocates nothing.
/// </summary>
/// <remarks>
/// The catalogue's word holds for all of a country, even where this has several zones: a default for ES puts the points on the
/// Canary Islands an hour off unless they name their zone. Without a default they find it themselves. A name that the tz database
/// does not have counts as not given, in a point as in the catalogue.
/// </remarks>
public sealed class PointTimeZones
{
    private const string Utc = "UTC";

    private readonly Dictionary<string, PointTimeZone> _zones;
    private readonly Dictionary<string, CountryTimeZones> _countries;
    private readonly CountryTimeZones _elsewhere;

    /// <summary>Makes the rule with the defaults of a catalogue.</summary>
    public PointTimeZones(CarrierCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        TzdbDateTimeZoneSource source = TzdbDateTimeZoneSource.Default;
        _zones = source.GetIds().ToDictionary(static name => name, static name => new PointTimeZone(name), StringComparer.Ordinal);
        _elsewhere = new CountryTimeZones(_zones[Utc]);
        _countries = source.ZoneLocations!
            .GroupBy(static location => location.CountryCode, StringComparer.Ordinal)
            .ToDictionary(
                static country => country.Key,
                country => new CountryTimeZones(country.Select(location =>
                    (_zones[location.ZoneId], new GeoPoint { Latitude = location.Latitude, Longitude = location.Longitude }))),
                StringComparer.Ordinal);
        foreach ((string country, string name) in catalogue.CountryTimeZones)
        {
            if (Find(name) is { } zone)
            {
                _countries[country] = new CountryTimeZones(zone);
            }
        }
    }

    /// <summary>The zone of an IANA name, case-sensitive, which may be one that another has replaced; null when there is none.</summary>
    public PointTimeZone? Find(string name) => _zones.GetValueOrDefault(name);

    /// <summary>The time zone in which the hours of a point are meant.</summary>
    public PointTimeZone Of(ServicePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Of(point.TimeZone, point.Address.CountryCode, point.Position);
    }

    /// <summary>The time zone in which the hours of a point are meant, by what it depends on.</summary>
    /// <param name="name">The zone that the point names; null when it names none.</param>
    /// <param name="countryCode">The country in upper case.</param>
    /// <param name="position">Where the point is.</param>
    public PointTimeZone Of(string? name, string countryCode, GeoPoint position) =>
        name is not null && Find(name) is { } zone ? zone : _countries.GetValueOrDefault(countryCode, _elsewhere).At(position);
}

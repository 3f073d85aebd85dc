using NodaTime;
using NodaTime.TimeZones;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Hours;

/// <summary>
/// The time zones of points: the point's own, else the default of its country, else the one whose place (in the tz database's
/// zone table) is nearest among those of the country, else UTC. The rules come with the library. Immutable and safe to share between threads.
/// </summary>
public sealed class PointTimeZones
{
    private static readonly ILookup<string, TzdbZoneLocation> ZonesByCountry =
        (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).ToLookup(static location => location.CountryCode, StringComparer.Ordinal);

    private readonly CarrierCatalogue _catalogue;

    /// <summary>Makes the rule with the defaults of a catalogue.</summary>
    public PointTimeZones(CarrierCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
    }

    /// <summary>The time zone in which the hours of a point are meant.</summary>
    public DateTimeZone Of(ServicePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        string country = point.Address.CountryCode;
        string? name = point.TimeZone ?? _catalogue.CountryTimeZones.GetValueOrDefault(country) ?? Nearest(country, point.Position);
        return (name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)) ?? DateTimeZone.Utc;
    }

    private static string? Nearest(string country, GeoPoint position) => ZonesByCountry[country]
        .MinBy(location => Haversine.DistanceMeters(position, new GeoPoint { Latitude = location.Latitude, Longitude = location.Longitude }))
        ?.ZoneId;
}

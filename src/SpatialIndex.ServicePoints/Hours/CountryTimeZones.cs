using System.Collections.Immutable;

namespace SpatialIndex.ServicePoints.Hours;

/// <summary>The time zones of the points of a country that name none. Immutable.</summary>
internal sealed class CountryTimeZones
{
    private readonly ImmutableArray<(PointTimeZone Zone, GeoPoint Place)> _zones;

    /// <summary>Makes a country of one zone.</summary>
    public CountryTimeZones(PointTimeZone zone) => _zones = [(zone, default)];

    /// <summary>Makes a country of one or more zones, each with its place.</summary>
    public CountryTimeZones(IEnumerable<(PointTimeZone Zone, GeoPoint Place)> zones) => _zones = [.. zones];

    /// <summary>The zone whose place is nearest; the first of those equally near. Allocates nothing.</summary>
    public PointTimeZone At(GeoPoint position)
    {
        PointTimeZone nearest = _zones[0].Zone;
        if (_zones.Length == 1)
        {
            return nearest;
        }

        double leastDistance = double.PositiveInfinity;
        foreach ((PointTimeZone zone, GeoPoint place) in _zones)
        {
            double distance = Haversine.DistanceMeters(position, place);
            if (distance < leastDistance)
            {
                (leastDistance, nearest) = (distance, zone);
            }
        }

        return nearest;
    }
}

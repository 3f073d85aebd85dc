namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>The points of a place, for its middle and how far it reaches.</summary>
internal sealed class PlaceExtent
{
    private readonly List<GeoPoint> _points = [];

    public bool IsEmpty => _points.Count == 0;

    public void Add(GeoPoint point) => _points.Add(point);

    /// <summary>The point that is nearest to the mean of all.</summary>
    public GeoPoint Middle()
    {
        // Degrees can be averaged within a place; one that straddles the antimeridian is measured from its first point.
        double longitude = _points[0].Longitude;
        double meanLatitude = _points.Average(static point => point.Latitude);
        double meanOffset = _points.Average(point => Math.IEEERemainder(point.Longitude - longitude, 360));
        var mean = new GeoPoint { Latitude = meanLatitude, Longitude = Math.IEEERemainder(longitude + meanOffset, 360) };
        return _points.MinBy(point => Haversine.DistanceMeters(point, mean));
    }

    /// <summary>The distance of the farthest point from a centre.</summary>
    public int RadiusMeters(GeoPoint center) => _points.Count == 0 ? 0 : (int)Math.Ceiling(_points.Max(point => Haversine.DistanceMeters(point, center)));

    /// <summary>How far a place reaches from a centre when not all of its points are known: a fifth and 500 m farther than the farthest.</summary>
    public int BeyondMeters(GeoPoint center) => IsEmpty ? 0 : (RadiusMeters(center) * 6 / 5) + 500;
}

namespace SpatialIndex.Tests;

/// <summary>
/// An oracle for many points. They are sorted by latitude, and a search looks at them outward from the latitude of its center.
/// No point is nearer than the difference in latitude, so the search ends where that exceeds the reach: the radius, or the
/// distance of the last of enough results. Made for one filter.
/// </summary>
internal sealed class LatitudeScan
{
    /// <summary>Far above the rounding of any distance, which is greatest (20 cm) between antipodes.</summary>
    private const double RoundingMeters = 1;

    private readonly TestPoint[] _points;
    private readonly double[] _latitudes;
    private readonly (double X, double Y, double Z)[] _vectors;

    public LatitudeScan(IEnumerable<TestPoint> points, PointFilter filter)
    {
        _points = [.. points.Where(point => point.Passes(filter)).OrderBy(point => point.Position.Latitude)];
        _latitudes = [.. _points.Select(point => point.Position.Latitude)];
        _vectors = [.. _points.Select(point => Vector(point.Position))];
    }

    /// <summary>The first matches by distance, then by id.</summary>
    public Hit[] Nearest(GeoPoint center, int most, double radiusMeters = double.PositiveInfinity, BoundingBox? box = null)
    {
        (double X, double Y, double Z) from = Vector(center);
        var first = new FirstHits(most);
        double reach = radiusMeters + RoundingMeters;
        double leastCosine = LeastCosine(reach);
        int south = FirstFrom(center.Latitude) - 1;
        int north = south + 1;
        while (true)
        {
            double toSouth = south >= 0 ? center.Latitude - _latitudes[south] : double.PositiveInfinity;
            double toNorth = north < _points.Length ? _latitudes[north] - center.Latitude : double.PositiveInfinity;
            double gap = Math.Min(toSouth, toNorth);
            if (double.IsPositiveInfinity(gap) || double.DegreesToRadians(gap) * Haversine.EarthRadiusMeters > reach)
            {
                return first.ToArray();
            }

            int i = toSouth < toNorth ? south-- : north++;
            (double x, double y, double z) = _vectors[i];
            if ((x * from.X) + (y * from.Y) + (z * from.Z) < leastCosine || box?.Contains(_points[i].Position) == false)
            {
                continue;
            }

            double distance = Haversine.DistanceMeters(center, _points[i].Position);
            if (distance <= radiusMeters && first.Offer(new Hit(_points[i].Id, distance)) && first.IsFull)
            {
                reach = Math.Min(radiusMeters, first.Last.DistanceMeters) + RoundingMeters;
                leastCosine = LeastCosine(reach);
            }
        }
    }

    /// <summary>The first matches in the box by id, without a distance.</summary>
    public Hit[] LowestIds(BoundingBox box, int most)
    {
        var first = new FirstHits(most);
        for (int i = FirstFrom(box.SouthWest.Latitude); i < _points.Length && _latitudes[i] <= box.NorthEast.Latitude; i++)
        {
            if (box.Contains(_points[i].Position))
            {
                first.Offer(new Hit(_points[i].Id, double.NaN));
            }
        }

        return first.ToArray();
    }

    /// <summary>The index of the first point at or north of a latitude.</summary>
    private int FirstFrom(double latitude)
    {
        int index = Array.BinarySearch(_latitudes, latitude);
        if (index < 0)
        {
            return ~index;
        }

        while (index > 0 && _latitudes[index - 1] == latitude)
        {
            index--;
        }

        return index;
    }

    /// <summary>
    /// Points whose vectors have a lower cosine are certainly beyond the reach: 1e-12 is a thousand times the rounding of a dot
    /// product. It saves most of the haversines.
    /// </summary>
    private static double LeastCosine(double reach) =>
        reach >= Haversine.MaxDistanceMeters ? double.NegativeInfinity : Math.Cos(reach / Haversine.EarthRadiusMeters) - 1e-12;

    private static (double X, double Y, double Z) Vector(GeoPoint point)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return (cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }
}

namespace SpatialIndex.Tests;

/// <summary>The oracle of every search: looks at each point, keeps those that match, and sorts all of them.</summary>
internal sealed class BruteForce(TestPoint[] points)
{
    /// <summary>All matches by distance, then by id.</summary>
    public Hit[] Nearest(GeoPoint center, PointFilter filter, double radiusMeters = double.PositiveInfinity, BoundingBox? box = null)
    {
        var hits = new List<Hit>();
        foreach (TestPoint point in points)
        {
            if (point.Passes(filter) && (box is null || box.Value.Contains(point.Position)))
            {
                double distance = Haversine.DistanceMeters(center, point.Position);
                if (distance <= radiusMeters)
                {
                    hits.Add(new Hit(point.Id, distance));
                }
            }
        }

        hits.Sort();
        return [.. hits];
    }

    /// <summary>All matches by id, without a distance.</summary>
    public Hit[] LowestIds(PointFilter filter, BoundingBox? box = null) =>
    [
        .. points
            .Where(point => point.Passes(filter) && (box is null || box.Value.Contains(point.Position)))
            .Select(point => new Hit(point.Id, double.NaN))
            .OrderBy(hit => hit.Id),
    ];
}

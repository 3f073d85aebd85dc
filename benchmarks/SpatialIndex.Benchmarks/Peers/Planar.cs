using NetTopologySuite.Geometries;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>
/// The usual planar practice: longitude and latitude in degrees are taken for x and y. Degrees of longitude are too long
/// away from the equator, and the plane ends at the antimeridian; what that costs is counted, not mended.
/// </summary>
internal static class Planar
{
    public static Coordinate ToCoordinate(GeoPoint point) => new(point.Longitude, point.Latitude);

    /// <summary>A box that crosses the antimeridian goes on beyond 180 degrees, where no points are.</summary>
    public static Envelope ToEnvelope(BoundingBox box) => new(
        box.SouthWest.Longitude, box.SouthWest.Longitude + box.WidthDegrees, box.SouthWest.Latitude, box.NorthEast.Latitude);

    public static double Distance(GeoPoint from, GeoPoint to) =>
        Math.Sqrt(Square(to.Latitude - from.Latitude) + Square(to.Longitude - from.Longitude));

    private static double Square(double value) => value * value;
}

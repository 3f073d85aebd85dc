namespace SpatialIndex;

/// <summary>
/// The area between two parallels and two meridians, edges included; the default value is the point at 0, 0. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// A box whose western longitude is greater than its eastern one crosses the antimeridian (RFC 7946, section 5.2): it holds
/// the longitudes from west up to 180 and from −180 up to east. Points at longitude 180 and −180 lie on the same meridian,
/// so each is inside when the other would be.
/// </remarks>
public readonly record struct BoundingBox
{
    private BoundingBox(GeoPoint southWest, GeoPoint northEast)
    {
        SouthWest = southWest;
        NorthEast = northEast;
    }

    /// <summary>The corner with the lowest latitude and the western longitude.</summary>
    public GeoPoint SouthWest { get; }

    /// <summary>The corner with the highest latitude and the eastern longitude.</summary>
    public GeoPoint NorthEast { get; }

    /// <summary>Whether the box reaches from the eastern into the western hemisphere over the antimeridian.</summary>
    public bool CrossesAntimeridian => SouthWest.Longitude > NorthEast.Longitude;

    /// <summary>The width going east from the western to the eastern edge: 0 to 360 degrees.</summary>
    public double WidthDegrees => NorthEast.Longitude - SouthWest.Longitude + (CrossesAntimeridian ? 360 : 0);

    /// <summary>The great-circle distance between the two corners, in metres.</summary>
    public double DiagonalMeters => Haversine.DistanceMeters(SouthWest, NorthEast);

    /// <summary>Makes a box from its corners, which compass directions name.</summary>
    /// <exception cref="ArgumentException">The south-west corner lies north of the north-east corner.</exception>
    public static BoundingBox FromCorners(GeoPoint southWest, GeoPoint northEast) =>
        southWest.Latitude <= northEast.Latitude
            ? new BoundingBox(southWest, northEast)
            : throw new ArgumentException($"The south-west corner ({southWest}) lies north of the north-east corner ({northEast}).", nameof(southWest));

    /// <summary>The smallest box that holds every point within a radius of the center; all longitudes when a pole is among them.</summary>
    /// <param name="center">The center of the circle.</param>
    /// <param name="radiusMeters">Metres, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number.</exception>
    public static BoundingBox Enclosing(GeoPoint center, double radiusMeters)
    {
        if (!(radiusMeters >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(radiusMeters), radiusMeters, "A radius is 0 metres or more.");
        }

        // Widened by 1e-12 radians (6 micrometres on the ground) for the rounding of the sines.
        double angle = Math.Min(radiusMeters / Haversine.EarthRadiusMeters, Math.PI) + 1e-12;
        double degrees = double.RadiansToDegrees(angle);
        double south = Math.Max(-90, center.Latitude - degrees);
        double north = Math.Min(90, center.Latitude + degrees);
        if (south == -90 || north == 90)
        {
            return FromCorners(
                new GeoPoint { Latitude = south, Longitude = -180 },
                new GeoPoint { Latitude = north, Longitude = 180 });
        }

        // sin w = sin a / cos φ, as a tangent because the arc sine loses half its digits near a quarter turn, when the circle
        // almost touches a pole: cos² φ − sin² a = cos(φ + a) · cos(φ − a).
        double latitude = double.DegreesToRadians(center.Latitude);
        double cosines = Math.Max(0, Math.Cos(latitude + angle) * Math.Cos(latitude - angle));
        double halfWidth = double.RadiansToDegrees(Math.Atan2(Math.Sin(angle), Math.Sqrt(cosines))) + 1e-10;
        return FromCorners(
            new GeoPoint { Latitude = south, Longitude = Wrap(center.Longitude - halfWidth) },
            new GeoPoint { Latitude = north, Longitude = Wrap(center.Longitude + halfWidth) });
    }

    /// <summary>Whether the point lies inside or on an edge.</summary>
    public bool Contains(GeoPoint point) => Contains(point.Latitude, point.Longitude);

    internal bool Contains(double latitude, double longitude) =>
        latitude >= SouthWest.Latitude
        && latitude <= NorthEast.Latitude
        && (ContainsMeridian(longitude) || (Math.Abs(longitude) == 180 && ContainsMeridian(-longitude)));

    private static double Wrap(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;

    private bool ContainsMeridian(double longitude) =>
        CrossesAntimeridian
            ? longitude >= SouthWest.Longitude || longitude <= NorthEast.Longitude
            : longitude >= SouthWest.Longitude && longitude <= NorthEast.Longitude;
}

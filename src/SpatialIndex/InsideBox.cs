namespace SpatialIndex;

/// <summary>
/// The inside of a <see cref="BoundingBox"/>. In unit vectors it lies between two planes of constant z and in a wedge between
/// two half-planes through the axis, so a node is excluded by two comparisons and two dot products.
/// </summary>
internal readonly struct InsideBox : IArea
{
    /// <summary>
    /// Above the error of a float coordinate (2⁻²⁵), of a dot product of two of them with a unit normal (√2·2⁻²⁵ &lt; 4.3e-8)
    /// and of sine and cosine in double.
    /// </summary>
    private const double Slack = 1e-7;

    private readonly BoundingBox _box;
    private readonly double _leastZ;
    private readonly double _greatestZ;
    private readonly double _westX;
    private readonly double _westY;
    private readonly double _eastX;
    private readonly double _eastY;
    private readonly bool _isWiderThanHalf;

    public InsideBox(BoundingBox box)
    {
        _box = box;
        _leastZ = Math.Sin(double.DegreesToRadians(box.SouthWest.Latitude)) - Slack;
        _greatestZ = Math.Sin(double.DegreesToRadians(box.NorthEast.Latitude)) + Slack;

        // The normal of the western edge points east, that of the eastern edge west: both into the box.
        (double sinWest, double cosWest) = Math.SinCos(double.DegreesToRadians(box.SouthWest.Longitude));
        (double sinEast, double cosEast) = Math.SinCos(double.DegreesToRadians(box.NorthEast.Longitude));
        (_westX, _westY) = (-sinWest, cosWest);
        (_eastX, _eastY) = (sinEast, -cosEast);
        _isWiderThanHalf = box.WidthDegrees > 180;
    }

    public bool Excludes(ReadOnlySpan<float> bounds)
    {
        if (bounds[4] > _greatestZ || bounds[5] < _leastZ)
        {
            return true;
        }

        bool isWestOfBox = Greatest(_westX, bounds[0], bounds[1]) + Greatest(_westY, bounds[2], bounds[3]) < -Slack;
        bool isEastOfBox = Greatest(_eastX, bounds[0], bounds[1]) + Greatest(_eastY, bounds[2], bounds[3]) < -Slack;

        // Up to half the globe wide, the wedge is where both half-planes meet; wider, it is all that either covers.
        return _isWiderThanHalf ? isWestOfBox && isEastOfBox : isWestOfBox || isEastOfBox;
    }

    public bool Contains(double latitude, double longitude) => _box.Contains(latitude, longitude);

    private static double Greatest(double factor, float least, float greatest) => factor * (factor > 0 ? greatest : least);
}

namespace SpatialIndex;

/// <summary>The least box of latitude and longitude around points, in degrees; never across the antimeridian.</summary>
internal readonly record struct KdTreeBounds(double South, double North, double West, double East)
{
    public static KdTreeBounds Empty => new(
        double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);

    public KdTreeBounds With(double latitude, double longitude) => new(
        Math.Min(South, latitude), Math.Max(North, latitude), Math.Min(West, longitude), Math.Max(East, longitude));

    public KdTreeBounds With(in KdTreeBounds other) => new(
        Math.Min(South, other.South), Math.Max(North, other.North), Math.Min(West, other.West), Math.Max(East, other.East));
}

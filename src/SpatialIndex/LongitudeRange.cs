namespace SpatialIndex;

/// <summary>Longitudes from west to east, edges included, not across the antimeridian.</summary>
internal readonly record struct LongitudeRange(double West, double East)
{
    /// <summary>The most ranges that a box falls into.</summary>
    public const int MaxCount = 2;

    /// <summary>
    /// Cuts the longitudes of a box at the antimeridian, whose two names, 180 and −180, are in the box together: the ranges hold the
    /// same stored longitudes as the box, each in one range only.
    /// </summary>
    public static int Of(BoundingBox box, Span<LongitudeRange> ranges)
    {
        double west = box.SouthWest.Longitude;
        double east = box.NorthEast.Longitude;
        int count = 0;
        if (box.CrossesAntimeridian)
        {
            ranges[count++] = new LongitudeRange(west, 180);
            ranges[count++] = new LongitudeRange(-180, east);
            return count;
        }

        ranges[count++] = new LongitudeRange(west, east);
        if (west == -180 && east < 180)
        {
            ranges[count++] = new LongitudeRange(180, 180);
        }

        if (east == 180 && west > -180)
        {
            ranges[count++] = new LongitudeRange(-180, -180);
        }

        return count;
    }
}

namespace SpatialIndex;

/// <summary>
/// Geohashes: names of cells that halve the globe alternately by longitude and latitude, five bits a character, so that a
/// prefix names the cell around. Safe to use from any number of threads.
/// </summary>
/// <remarks>G. Niemeyer, geohash.org (2008). Lengths are 1 (5000 km) to 12 (4 cm).</remarks>
public static class Geohash
{
    /// <summary>The longest geohash, in characters.</summary>
    public const int MaxLength = 12;

    /// <summary>Above the rounding of a distance, a few nanometres: no cell is lost that holds a point at the very radius.</summary>
    private const double RoundingMeters = 1e-6;

    /// <summary>The geohash of the cell that holds a point. A point on an edge belongs to the cell north or east of it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="length">Characters, 1 to <see cref="MaxLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of range.</exception>
    public static string Encode(GeoPoint point, int length)
    {
        ThrowIfLengthInvalid(length);
        return GeohashCell.At(point, length).ToString();
    }

    /// <summary>The cell that a geohash names. Upper case is read too.</summary>
    /// <exception cref="ArgumentException">The text is not a geohash of 1 to <see cref="MaxLength"/> characters.</exception>
    public static BoundingBox Decode(string geohash) => Parse(geohash).Box;

    /// <summary>The cells that touch a cell, at most 8: south to north, west to east. Next to a pole there are fewer.</summary>
    /// <exception cref="ArgumentException">The text is not a geohash of 1 to <see cref="MaxLength"/> characters.</exception>
    public static IReadOnlyList<string> Neighbors(string geohash)
    {
        GeohashCell cell = Parse(geohash);
        var neighbors = new List<string>(8);
        for (int rows = -1; rows <= 1; rows++)
        {
            for (int columns = -1; columns <= 1; columns++)
            {
                if ((rows != 0 || columns != 0) && cell.Move(columns, rows) is { } neighbor)
                {
                    neighbors.Add(neighbor.ToString());
                }
            }
        }

        return neighbors;
    }

    /// <summary>The cells that a box reaches into, south to north and west to east.</summary>
    /// <param name="box">The box; it may cross the antimeridian.</param>
    /// <param name="length">Characters of each cell, 1 to <see cref="MaxLength"/>.</param>
    /// <param name="maxCells">The most cells to return, 1 or more.</param>
    /// <exception cref="ArgumentException">More cells than allowed would be needed: take a shorter length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length or the number of cells is out of range.</exception>
    public static IReadOnlyList<string> CoverBox(BoundingBox box, int length, int maxCells = 4096) =>
        Cover(box, length, maxCells, static _ => true);

    /// <summary>The cells that a circle reaches into, south to north and west to east.</summary>
    /// <param name="center">The center of the circle.</param>
    /// <param name="radiusMeters">Metres, 0 or more.</param>
    /// <param name="length">Characters of each cell, 1 to <see cref="MaxLength"/>.</param>
    /// <param name="maxCells">The most cells of the box around the circle to look at, 1 or more.</param>
    /// <exception cref="ArgumentException">More cells than allowed would be needed: take a shorter length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius, the length or the number of cells is out of range.</exception>
    public static IReadOnlyList<string> CoverCircle(GeoPoint center, double radiusMeters, int length, int maxCells = 4096) =>
        Cover(
            BoundingBox.Enclosing(center, radiusMeters),
            length,
            maxCells,
            cell => DistanceMeters(center, cell.Box) <= radiusMeters + RoundingMeters);

    private static List<string> Cover(BoundingBox box, int length, int maxCells, Func<GeohashCell, bool> keep)
    {
        ThrowIfLengthInvalid(length);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCells, 1);
        GeohashCell first = GeohashCell.At(box.SouthWest, length);
        GeohashCell last = GeohashCell.At(box.NorthEast, length);
        long columns = GeohashCell.Columns(length);
        long width = ((last.Column - first.Column) & (columns - 1)) + 1;
        if (box.CrossesAntimeridian)
        {
            width = first.Column == last.Column ? columns : width;
        }
        else
        {
            // An edge on the antimeridian is also the edge of the cells on its other side.
            if (box.NorthEast.Longitude == 180 && width < columns)
            {
                width++;
            }

            if (box.SouthWest.Longitude == -180 && width < columns)
            {
                first = first with { Column = columns - 1 };
                width++;
            }
        }

        long height = last.Row - first.Row + 1;
        if (width > maxCells / height)
        {
            throw new ArgumentException(
                $"{width} x {height} cells of length {length} would be needed, more than {maxCells}; take a shorter length.", nameof(length));
        }

        var cells = new List<string>();
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                if (first.Move(column, row) is { } cell && keep(cell))
                {
                    cells.Add(cell.ToString());
                }
            }
        }

        return cells;
    }

    /// <summary>The distance from a point to the nearest point of a box that does not cross the antimeridian.</summary>
    private static double DistanceMeters(GeoPoint point, BoundingBox box)
    {
        if (box.Contains(point))
        {
            return 0;
        }

        double south = box.SouthWest.Latitude;
        double north = box.NorthEast.Latitude;
        double nearest = double.PositiveInfinity;
        if (point.Longitude >= box.SouthWest.Longitude && point.Longitude <= box.NorthEast.Longitude)
        {
            nearest = Haversine.DistanceMeters(point, point with { Latitude = Math.Clamp(point.Latitude, south, north) });
        }

        ReadOnlySpan<double> edges = [box.SouthWest.Longitude, box.NorthEast.Longitude];
        foreach (double meridian in edges)
        {
            // Along a meridian the cosine of the distance is a sine wave of the latitude with its crest at atan2(tan φ, cos Δλ).
            (double sin, double cos) = Math.SinCos(double.DegreesToRadians(point.Latitude));
            double crest = double.RadiansToDegrees(Math.Atan2(sin, cos * Math.Cos(double.DegreesToRadians(meridian - point.Longitude))));
            ReadOnlySpan<double> latitudes = [south, north, Math.Clamp(crest, south, north)];
            foreach (double latitude in latitudes)
            {
                nearest = Math.Min(nearest, Haversine.DistanceMeters(point, new GeoPoint { Latitude = latitude, Longitude = meridian }));
            }
        }

        return nearest;
    }

    private static GeohashCell Parse(string geohash)
    {
        ArgumentNullException.ThrowIfNull(geohash);
        return geohash.Length is >= 1 and <= MaxLength && GeohashCell.TryParse(geohash, out GeohashCell cell)
            ? cell
            : throw new ArgumentException($"\"{geohash}\" is not a geohash of 1 to {MaxLength} characters.", nameof(geohash));
    }

    private static void ThrowIfLengthInvalid(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength);
    }
}

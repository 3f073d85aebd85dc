namespace SpatialIndex;

/// <summary>A cell of the geohash grid by its column (from 180° W eastward) and row (from the south pole northward).</summary>
internal readonly record struct GeohashCell(long Column, long Row, int Length)
{
    private const string Alphabet = "0123456789bcdefghjkmnpqrstuvwxyz";

    /// <summary>Bits alternate, longitude first, five a character.</summary>
    public static long Columns(int length) => 1L << (((5 * length) + 1) / 2);

    public static long Rows(int length) => 1L << (5 * length / 2);

    private double Width => 360.0 / Columns(Length);

    private double Height => 180.0 / Rows(Length);

    public double West => -180 + (Column * Width);

    public double South => -90 + (Row * Height);

    public BoundingBox Box => BoundingBox.FromCorners(
        new GeoPoint { Latitude = South, Longitude = West },
        new GeoPoint { Latitude = South + Height, Longitude = West + Width });

    public static GeohashCell At(GeoPoint point, int length) => new(
        IndexOf(point.Longitude, -180, 360, Columns(length)),
        IndexOf(point.Latitude, -90, 180, Rows(length)),
        length);

    /// <summary>Reads a geohash; returns false when a character is not in the alphabet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out GeohashCell cell)
    {
        long column = 0;
        long row = 0;
        int bit = 0;
        foreach (char character in text)
        {
            // Only ASCII: the invariant lower case of the Kelvin sign is k.
            char lower = char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
            int digit = Alphabet.IndexOf(lower, StringComparison.Ordinal);
            if (digit < 0)
            {
                cell = default;
                return false;
            }

            for (int shift = 4; shift >= 0; shift--, bit++)
            {
                long value = digit >> shift & 1;
                if ((bit & 1) == 0)
                {
                    column = (column << 1) | value;
                }
                else
                {
                    row = (row << 1) | value;
                }
            }
        }

        cell = new GeohashCell(column, row, text.Length);
        return true;
    }

    public override string ToString() => string.Create(Length, this, static (characters, cell) =>
    {
        int columnBit = System.Numerics.BitOperations.Log2((ulong)Columns(cell.Length));
        int rowBit = System.Numerics.BitOperations.Log2((ulong)Rows(cell.Length));
        int bit = 0;
        for (int i = 0; i < characters.Length; i++)
        {
            int digit = 0;
            for (int j = 0; j < 5; j++, bit++)
            {
                long value = (bit & 1) == 0 ? cell.Column >> --columnBit : cell.Row >> --rowBit;
                digit = (digit << 1) | (int)(value & 1);
            }

            characters[i] = Alphabet[digit];
        }
    });

    /// <summary>The cell so many columns and rows away, around the globe; null beyond a pole.</summary>
    public GeohashCell? Move(int columns, int rows)
    {
        long row = Row + rows;
        return row < 0 || row >= Rows(Length) ? null : this with { Column = (Column + columns) & (Columns(Length) - 1), Row = row };
    }

    /// <summary>The cell whose lower edge is at or below the value; the last cell also holds its upper edge.</summary>
    private static long IndexOf(double value, double origin, double extent, long cells)
    {
        long index = Math.Clamp((long)((value - origin) / extent * cells), 0, cells - 1);
        double size = extent / cells;
        return value < origin + (index * size) ? index - 1 : index;
    }
}

namespace SpatialIndex;

/// <summary>Places on the sphere along a curve that fills the plane of latitude and longitude and on which neighbours are near each other.</summary>
/// <remarks>D. Hilbert, "Ueber die stetige Abbildung einer Linie auf ein Flächenstück", Mathematische Annalen 38 (1891), 459.</remarks>
internal static class HilbertCurve
{
    private const int Bits = 16;
    private const double CellsPerDegree = (1 << Bits) / 360.000001;
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>
    /// For each of four ways the curve can run through a square, and each of its 16 by 16 cells: the place of the cell along the curve, and in
    /// the last two bits the way the curve runs through the cell.
    /// </summary>
    private static readonly ushort[] Squares = [.. Enumerable.Range(0, 4 * 256).Select(static i => SquareOf(i >> 8, (uint)i >> 4 & 15, (uint)i & 15))];

    /// <summary>How far along the curve a point lies: cells of 0.0055°.</summary>
    public static uint PlaceOf(GeoPoint point)
    {
        uint x = (uint)((point.Longitude + 180) * CellsPerDegree);
        uint y = (uint)((point.Latitude + 90) * CellsPerDegree);
        uint place = 0;
        uint way = 0;
        for (int shift = Bits - 4; shift >= 0; shift -= 4)
        {
            uint square = Squares[(way << 8) | ((x >> shift & 15) << 4) | (y >> shift & 15)];
            place = (place << 8) | (square >> 2);
            way = square & 3;
        }

        return place;
    }

    /// <summary>The place of a cell of a square along the curve, and in the last two bits the way the curve runs through the cell.</summary>
    /// <param name="way">Bit 0: the axes have changed places; bit 1: both run backwards.</param>
    /// <param name="x">The cell, 0 to 15.</param>
    /// <param name="y">The cell, 0 to 15.</param>
    internal static ushort SquareOf(int way, uint x, uint y)
    {
        uint place = 0;
        for (int bit = 3; bit >= 0; bit--)
        {
            uint backwards = (uint)way >> 1;
            uint right = (x >> bit & 1) ^ backwards;
            uint upper = (y >> bit & 1) ^ backwards;
            (right, upper) = (way & 1) != 0 ? (upper, right) : (right, upper);
            place = (place << 2) | ((3 * right) ^ upper);

            // Through the lower quadrants the curve runs with its axes changed, through the right one of them backwards.
            way ^= upper != 0 ? 0 : right != 0 ? 3 : 1;
        }

        return (ushort)((place << 2) | (uint)way);
    }

    /// <summary>Writes the numbers of the points in the order of the curve.</summary>
    /// <param name="points">The points.</param>
    /// <param name="order">Receives the numbers.</param>
    /// <param name="places">Room for as many places.</param>
    /// <param name="otherOrder">Room for as many numbers.</param>
    /// <param name="otherPlaces">Room for as many places.</param>
    public static void Order(ReadOnlySpan<GeoPoint> points, Span<int> order, Span<uint> places, Span<int> otherOrder, Span<uint> otherPlaces)
    {
        for (int i = 0; i < points.Length; i++)
        {
            otherPlaces[i] = PlaceOf(points[i]);
            otherOrder[i] = i;
        }

        SortByDigit(otherPlaces, otherOrder, places, order, shift: 0);
        SortByDigit(places, order, otherPlaces, otherOrder, DigitBits);
        SortByDigit(otherPlaces, otherOrder, places, order, 2 * DigitBits);
    }

    private static void SortByDigit(ReadOnlySpan<uint> places, ReadOnlySpan<int> order, Span<uint> sortedPlaces, Span<int> sortedOrder, int shift)
    {
        Span<int> next = stackalloc int[Digits];
        next.Clear();
        foreach (uint place in places)
        {
            next[(int)(place >> shift) & (Digits - 1)]++;
        }

        int start = 0;
        foreach (ref int digit in next)
        {
            (digit, start) = (start, start + digit);
        }

        for (int i = 0; i < places.Length; i++)
        {
            int target = next[(int)(places[i] >> shift) & (Digits - 1)]++;
            sortedPlaces[target] = places[i];
            sortedOrder[target] = order[i];
        }
    }
}

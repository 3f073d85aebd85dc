using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>
/// A node of 16 children in three cache lines: their boxes of latitude and longitude in cells of the node's own grid, and the grid.
/// </summary>
/// <remarks>
/// A position x falls into the cell ⌊(x − middle) · cellsPerDegree + 32767 + ½⌋, on either axis. That is monotone in x however it is
/// rounded, so that comparing cells never contradicts comparing positions, and a position is at most half a cell from the centre of
/// its cell. Points in the leaves of a node of level 1 are stored as cells of its grid.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal unsafe struct KdTreeNode
{
    public const int Size = 192;

    /// <summary>The cell of the middle.</summary>
    public const int MiddleCell = 32767;

    private const int LastCell = 65535;

    /// <summary>Cells no smaller than this (0.1 mm) keep the numbers of a grid around a single position in range.</summary>
    private const double MostCellsPerDegree = 1e9;

    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>cos φ₀ + y₀ sin φ₀ − y₀²/2 cos φ₀ with |y₀| ≤ π/2, the latitude of cell 0, is less.</summary>
    private const float LargestCoefficient = 4;

    /// <summary>Half a cell and 5 % for rounding.</summary>
    private const double HalfCell = 0.525;

    [FieldOffset(0)]
    public fixed ushort Souths[KdTreeShape.Fanout];

    [FieldOffset(32)]
    public fixed ushort Norths[KdTreeShape.Fanout];

    [FieldOffset(64)]
    public fixed ushort Wests[KdTreeShape.Fanout];

    [FieldOffset(96)]
    public fixed ushort Easts[KdTreeShape.Fanout];

    [FieldOffset(128)]
    public double MiddleLatitude;

    [FieldOffset(136)]
    public double MiddleLongitude;

    [FieldOffset(144)]
    public float CellsPerLatitude;

    [FieldOffset(148)]
    public float CellsPerLongitude;

    /// <summary>The square of a cell's height in radians.</summary>
    [FieldOffset(152)]
    public float LatitudeWeight;

    /// <summary>The square of a cell's width in radians of longitude.</summary>
    [FieldOffset(156)]
    public float LongitudeWeight;

    /// <summary>cos φ ≈ C0 + C1·p + C2·p² for the latitude of cell p.</summary>
    [FieldOffset(160)]
    public float C0;

    [FieldOffset(164)]
    public float C1;

    [FieldOffset(168)]
    public float C2;

    /// <summary>A lower bound of the cosine of every latitude below the node.</summary>
    [FieldOffset(172)]
    public float LeastCosine;

    /// <summary>
    /// Queries this many degrees from the middle or nearer may use the short formula for the points of this node (see
    /// <see cref="LeafChords"/>); negative when the node is too large or too near a pole for it.
    /// </summary>
    [FieldOffset(176)]
    public float ReachLatitude;

    [FieldOffset(180)]
    public float ReachLongitude;

    /// <summary>The most by which a position is off the centre of its cell, as a chord of the unit sphere.</summary>
    [FieldOffset(184)]
    public float CellRadius;

    /// <summary>1 when all points of the node are at one place; they are in the order of their ids then. Else 0.</summary>
    [FieldOffset(188)]
    private int _isOnePlace;

    public readonly bool IsOnePlace => _isOnePlace == 1;

    /// <summary>
    /// Whether all of the grid is finite and within what any box of the sphere can have. A search ends because the distance of every child
    /// compares with its limit, which numbers beyond that would prevent.
    /// </summary>
    public readonly bool IsInRange =>
        MiddleLatitude is >= -90 and <= 90
        && MiddleLongitude is >= -180 and <= 180
        && CellsPerLatitude is > 0 and <= (float)MostCellsPerDegree
        && CellsPerLongitude is > 0 and <= (float)MostCellsPerDegree
        && LatitudeWeight is >= 0 and <= 1
        && LongitudeWeight is >= 0 and <= 1
        && MathF.Abs(C0) <= LargestCoefficient
        && MathF.Abs(C1) <= LargestCoefficient
        && MathF.Abs(C2) <= LargestCoefficient
        && LeastCosine is >= 0 and <= 1
        && ReachLatitude is >= -1 and <= LeafChords.MaxReach
        && ReachLongitude is >= -1 and <= LeafChords.MaxReach
        && CellRadius is >= 0 and <= 1;

    /// <summary>The grid over a box; all boxes of children are empty.</summary>
    public static KdTreeNode Over(in KdTreeBounds bounds)
    {
        double height = bounds.North - bounds.South;
        double width = bounds.East - bounds.West;
        double middle = bounds.South + (height / 2);
        var node = new KdTreeNode
        {
            MiddleLatitude = middle,
            MiddleLongitude = bounds.West + (width / 2),
            CellsPerLatitude = (float)Math.Min(MostCellsPerDegree, 65_534 / height),
            CellsPerLongitude = (float)Math.Min(MostCellsPerDegree, 65_534 / width),
            LeastCosine = LeastCosineOf(bounds),
            _isOnePlace = height == 0 && width == 0 ? 1 : 0,
        };
        double cellHeight = RadiansPerDegree / node.CellsPerLatitude;
        double cellWidth = RadiansPerDegree / node.CellsPerLongitude;
        node.LatitudeWeight = (float)(cellHeight * cellHeight);
        node.LongitudeWeight = (float)(cellWidth * cellWidth);
        node.CellRadius = (float)(HalfCell * Math.Sqrt((cellHeight * cellHeight) + (cellWidth * cellWidth)));

        // cos(φ₀ + y) = cos φ₀ − y sin φ₀ − y²/2 cos φ₀ + …, with y = (p − 32767) · cellHeight.
        double cosine = Haversine.CosineOfDegrees(middle);
        double sine = Math.CopySign(Haversine.CosineOfDegrees(90 - Math.Abs(middle)), middle);
        double first = -MiddleCell * cellHeight;
        node.C0 = (float)(cosine - (first * sine) - (first * first / 2 * cosine));
        node.C1 = (float)(cellHeight * (-sine - (first * cosine)));
        node.C2 = (float)(-cellHeight * cellHeight / 2 * cosine);

        (node.ReachLatitude, node.ReachLongitude) = LeafChords.Reach(height, width, node.LeastCosine);
        for (int child = 0; child < KdTreeShape.Fanout; child++)
        {
            (node.Souths[child], node.Norths[child]) = (LastCell, 0);
            (node.Wests[child], node.Easts[child]) = (LastCell, 0);
        }

        return node;
    }

    /// <summary>A lower bound, in float, of the cosine of every latitude in a box.</summary>
    public static float LeastCosineOf(in KdTreeBounds bounds) =>
        (float)(Math.Min(Haversine.CosineOfDegrees(bounds.South), Haversine.CosineOfDegrees(bounds.North)) * (1 - 1e-6));

    public void SetChild(int child, in KdTreeBounds bounds)
    {
        Souths[child] = LatitudeCell(bounds.South);
        Norths[child] = LatitudeCell(bounds.North);
        Wests[child] = LongitudeCell(bounds.West);
        Easts[child] = LongitudeCell(bounds.East);
    }

    /// <summary>A query in the grid, in fractions of cells, going the shorter way round from the middle; and whether it is in reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly (float LatitudeCell, float LongitudeCell, bool IsNear) Locate(GeoPoint query)
    {
        double y = query.Latitude - MiddleLatitude;
        double x = query.Longitude - MiddleLongitude;
        x = x > 180 ? x - 360 : x < -180 ? x + 360 : x;
        return (
            (float)((y * CellsPerLatitude) + MiddleCell),
            (float)((x * CellsPerLongitude) + MiddleCell),
            Math.Abs(y) <= ReachLatitude && Math.Abs(x) <= ReachLongitude);
    }

    public readonly ushort LatitudeCell(double latitude) => (ushort)Math.Clamp(Cell(latitude, MiddleLatitude, CellsPerLatitude), 0, LastCell);

    public readonly ushort LongitudeCell(double longitude) => (ushort)Math.Clamp(Cell(longitude, MiddleLongitude, CellsPerLongitude), 0, LastCell);

    /// <summary>The cell of a position anywhere; those beyond the grid get −1 and 65,536.</summary>
    public static int Cell(double position, double middle, double cellsPerDegree) =>
        (int)Math.Clamp(Math.Floor(((position - middle) * cellsPerDegree) + (MiddleCell + 0.5)), -1, LastCell + 1);
}

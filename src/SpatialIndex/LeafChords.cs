using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpatialIndex;

/// <summary>
/// Squared chords (4 hav d) in float from a query to the 32 rows of a leaf, close enough to say which rows can matter.
/// </summary>
/// <remarks>
/// The short formula works on cells: with Δφ, Δλ in radians, 4 sin² Δ/2 = Δ² − Δ⁴/12 + …, and the cosine of the latitude is that of
/// the node's quadratic. Where the reach of the node allows it, |Δ| ≤ 0.1 leaves out less than 3e-7 of each term, and within 1.2° of the
/// middle the quadratic is off by less than 1.5e-6, of cosines of 0.1 and more. With float rounding a chord is off by less than
/// <see cref="RelativeError"/> of itself and, because of the cells, <see cref="KdTreeNode.CellRadius"/>. Elsewhere the
/// haversines are computed in double and only rounded.
/// </remarks>
internal static unsafe class LeafChords
{
    public const float RelativeError = 2e-5f;

    private const double LargestExtentDegrees = 2.3;
    private const double LeastCosine = 0.1;
    private const double LargestDifferenceDegrees = 0.1 * 180 / Math.PI;

    /// <summary>The greatest that <see cref="Reach"/> can be.</summary>
    public const float MaxReach = (float)LargestDifferenceDegrees;

    /// <summary>How far from the middle of a node the short formula holds for queries, in degrees; negative for nowhere.</summary>
    public static (float Latitude, float Longitude) Reach(double height, double width, double leastCosine) =>
        height <= LargestExtentDegrees && width <= LargestDifferenceDegrees && leastCosine >= LeastCosine
            ? ((float)(LargestDifferenceDegrees - (height / 2)), (float)(LargestDifferenceDegrees - (width / 2)))
            : (-1, -1);

    /// <summary>Writes the squared chords of all 32 rows and returns those up to the limit, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Near(ushort* cells, KdTreeNode* node, float latitudeCell, float longitudeCell, float cosine, float limit, float* chords)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Near512(cells, node, latitudeCell, longitudeCell, cosine, limit, chords);
        }

        return Vector256.IsHardwareAccelerated
            ? Near256(cells, node, latitudeCell, longitudeCell, cosine, limit, chords)
            : NearPlain(cells, node, latitudeCell, longitudeCell, cosine, limit, chords);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Near512(ushort* cells, KdTreeNode* node, float latitudeCell, float longitudeCell, float cosine, float limit, float* chords)
    {
        Vector512<float> c0 = Vector512.Create(node->C0 * cosine);
        Vector512<float> c1 = Vector512.Create(node->C1 * cosine);
        Vector512<float> c2 = Vector512.Create(node->C2 * cosine);
        ulong within = 0;
        for (int i = 0; i < KdTreeShape.LeafSize; i += Vector512<float>.Count)
        {
            Vector512<float> latitude = Load512(cells + i);
            Vector512<float> longitude = Load512(cells + KdTreeShape.LeafSize + i);
            Vector512<float> y = latitude - Vector512.Create(latitudeCell);
            Vector512<float> x = longitude - Vector512.Create(longitudeCell);
            Vector512<float> yy = y * y * Vector512.Create(node->LatitudeWeight);
            Vector512<float> xx = x * x * Vector512.Create(node->LongitudeWeight);
            Vector512<float> cosines = c0 + (latitude * (c1 + (latitude * c2)));
            Vector512<float> chord = (yy - (yy * yy * Vector512.Create(1f / 12))) + ((xx - (xx * xx * Vector512.Create(1f / 12))) * cosines);
            chord.Store(chords + i);
            within |= Vector512.LessThanOrEqual(chord, Vector512.Create(limit)).ExtractMostSignificantBits() << i;
        }

        return (uint)within;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Near256(ushort* cells, KdTreeNode* node, float latitudeCell, float longitudeCell, float cosine, float limit, float* chords)
    {
        Vector256<float> c0 = Vector256.Create(node->C0 * cosine);
        Vector256<float> c1 = Vector256.Create(node->C1 * cosine);
        Vector256<float> c2 = Vector256.Create(node->C2 * cosine);
        uint within = 0;
        for (int i = 0; i < KdTreeShape.LeafSize; i += Vector256<float>.Count)
        {
            Vector256<float> latitude = Load256(cells + i);
            Vector256<float> longitude = Load256(cells + KdTreeShape.LeafSize + i);
            Vector256<float> y = latitude - Vector256.Create(latitudeCell);
            Vector256<float> x = longitude - Vector256.Create(longitudeCell);
            Vector256<float> yy = y * y * Vector256.Create(node->LatitudeWeight);
            Vector256<float> xx = x * x * Vector256.Create(node->LongitudeWeight);
            Vector256<float> cosines = c0 + (latitude * (c1 + (latitude * c2)));
            Vector256<float> chord = (yy - (yy * yy * Vector256.Create(1f / 12))) + ((xx - (xx * xx * Vector256.Create(1f / 12))) * cosines);
            chord.Store(chords + i);
            within |= Vector256.LessThanOrEqual(chord, Vector256.Create(limit)).ExtractMostSignificantBits() << i;
        }

        return within;
    }

    public static uint NearPlain(ushort* cells, KdTreeNode* node, float latitudeCell, float longitudeCell, float cosine, float limit, float* chords)
    {
        float c0 = node->C0 * cosine;
        float c1 = node->C1 * cosine;
        float c2 = node->C2 * cosine;
        uint within = 0;
        for (int i = 0; i < KdTreeShape.LeafSize; i++)
        {
            float latitude = cells[i];
            float y = latitude - latitudeCell;
            float x = cells[KdTreeShape.LeafSize + i] - longitudeCell;
            float yy = y * y * node->LatitudeWeight;
            float xx = x * x * node->LongitudeWeight;
            float cosines = c0 + (latitude * (c1 + (latitude * c2)));
            float chord = (yy - (yy * yy * (1f / 12))) + ((xx - (xx * xx * (1f / 12))) * cosines);
            chords[i] = chord;
            within |= chord <= limit ? 1u << i : 0;
        }

        return within;
    }

    /// <summary>The same for any node, from the positions themselves.</summary>
    public static uint Anywhere(KdTreeRecord* records, uint rows, double latitude, double longitude, float limit, float* chords)
    {
        double* latitudes = stackalloc double[KdTreeShape.LeafSize];
        double* longitudes = stackalloc double[KdTreeShape.LeafSize];
        double* haversines = stackalloc double[KdTreeShape.LeafSize];
        int count = BitOperations.PopCount(rows);
        for (int i = 0; i < count; i++)
        {
            latitudes[i] = records[i].Latitude;
            longitudes[i] = records[i].Longitude;
        }

        Haversine.Haversines(latitude, longitude, ref *latitudes, ref *longitudes, ref *haversines, count);
        uint within = 0;
        for (int i = 0; i < count; i++)
        {
            chords[i] = (float)(4 * haversines[i]);
            within |= chords[i] <= limit ? 1u << i : 0;
        }

        return within;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load512(ushort* cells)
    {
        Vector256<ushort> narrow = Vector256.Load(cells);
        if (Avx512F.IsSupported)
        {
            return Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(narrow));
        }

        return Vector512.ConvertToSingle(Vector512.Create(Vector256.WidenLower(narrow), Vector256.WidenUpper(narrow)).AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load256(ushort* cells)
    {
        Vector128<ushort> narrow = Vector128.Load(cells);
        if (Avx2.IsSupported)
        {
            return Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(narrow));
        }

        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(narrow), Vector128.WidenUpper(narrow)).AsInt32());
    }
}

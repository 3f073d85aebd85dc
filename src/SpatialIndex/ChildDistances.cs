using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>Distances from a query to the 16 child boxes of a node, and the choice of the nearest.</summary>
/// <remarks>
/// With Δφ and Δλ the degrees by which the query lies outside a box, hav d ≥ hav Δφ + cos φ · cos φ′ · hav Δλ for every point of the box, φ′
/// being its latitude farthest from the equator. Compared is Δφ² + cos φ · cos φ′ · Δλ², which is greater than four times that by at most
/// the factor of <see cref="SearchLimit"/>.
/// </remarks>
internal static unsafe class ChildDistances
{
    public const int Closed = int.MaxValue;

    private const int NumberMask = KdTreeShape.Fanout - 1;

    /// <param name="node">The node.</param>
    /// <param name="cosines">The least cosine below each child; null to use that of the node.</param>
    /// <param name="latitudeCell">The query in the node's grid.</param>
    /// <param name="longitudeCell">The query in the node's grid, going the shorter way round from the middle.</param>
    /// <param name="cosine">The cosine of the query's latitude.</param>
    /// <param name="open">The children to consider, as bits.</param>
    /// <param name="distances">Receives <see cref="SearchFrame.Distances"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Measure(KdTreeNode* node, float* cosines, float latitudeCell, float longitudeCell, float cosine, uint open, int* distances)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Measure512(node, cosines, latitudeCell, longitudeCell, cosine, open, distances);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Measure256(node, cosines, latitudeCell, longitudeCell, cosine, open, distances);
        }
        else
        {
            MeasurePlain(node, cosines, latitudeCell, longitudeCell, cosine, open, distances);
        }
    }

    /// <summary>The least distance above the given one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(int* distances, int visited)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<int> all = Vector512.Load(distances);
            Vector512<int> remaining = Vector512.ConditionalSelect(
                Vector512.GreaterThan(all, Vector512.Create(visited)), all, Vector512.Create(Closed));
            return Least(Vector256.Min(remaining.GetLower(), remaining.GetUpper()));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<int> low = Vector256.Load(distances);
            Vector256<int> high = Vector256.Load(distances + 8);
            Vector256<int> last = Vector256.Create(visited);
            return Least(Vector256.Min(
                Vector256.ConditionalSelect(Vector256.GreaterThan(low, last), low, Vector256.Create(Closed)),
                Vector256.ConditionalSelect(Vector256.GreaterThan(high, last), high, Vector256.Create(Closed))));
        }

        int least = Closed;
        for (int child = 0; child < KdTreeShape.Fanout; child++)
        {
            least = distances[child] > visited ? Math.Min(least, distances[child]) : least;
        }

        return least;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Least(Vector256<int> values)
    {
        Vector128<int> four = Vector128.Min(values.GetLower(), values.GetUpper());
        Vector128<int> two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Min(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Measure512(KdTreeNode* node, float* cosines, float latitudeCell, float longitudeCell, float cosine, uint open, int* distances)
    {
        Vector512<float> latitude = Vector512.Create(latitudeCell);
        Vector512<float> longitude = Vector512.Create(longitudeCell);
        Vector512<float> west = LeafChords.Load512(node->Wests);
        Vector512<float> east = LeafChords.Load512(node->Easts);
        Vector512<float> y = Vector512.MaxNative(LeafChords.Load512(node->Souths) - latitude, latitude - LeafChords.Load512(node->Norths));
        Vector512<float> x = Vector512.MaxNative(west - longitude, longitude - east);
        y = Vector512.MaxNative(y, Vector512<float>.Zero);
        x = Vector512.MaxNative(x, Vector512<float>.Zero);
        Vector512<float> least = Vector512.Create(node->LeastCosine);
        if (cosines != null)
        {
            least = Vector512.Load(cosines);
            Vector512<float> turn = Vector512.Create(360 * node->CellsPerLongitude);
            Vector512<float> around = Vector512.MinNative((west + turn) - longitude, (longitude + turn) - east);
            x = Vector512.MinNative(x, Vector512.MaxNative(around, Vector512<float>.Zero));
        }

        Vector512<float> chord = (y * y * Vector512.Create(node->LatitudeWeight))
            + (x * x * (least * Vector512.Create(node->LongitudeWeight * cosine)));
        Vector512<int> numbers = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        Vector512<int> keys = (chord.AsInt32() & Vector512.Create(~NumberMask)) | numbers;
        if (open != ushort.MaxValue)
        {
            Vector512<int> bits = Vector512.Create(
                1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
            keys = Vector512.ConditionalSelect(
                Vector512.Equals(Vector512.Create((int)open) & bits, Vector512<int>.Zero), Vector512.Create(Closed), keys);
        }

        keys.Store(distances);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Measure256(KdTreeNode* node, float* cosines, float latitudeCell, float longitudeCell, float cosine, uint open, int* distances)
    {
        Vector256<float> latitude = Vector256.Create(latitudeCell);
        Vector256<float> longitude = Vector256.Create(longitudeCell);
        for (int i = 0; i < KdTreeShape.Fanout; i += Vector256<float>.Count)
        {
            Vector256<float> west = LeafChords.Load256(node->Wests + i);
            Vector256<float> east = LeafChords.Load256(node->Easts + i);
            Vector256<float> y = Vector256.MaxNative(
                LeafChords.Load256(node->Souths + i) - latitude, latitude - LeafChords.Load256(node->Norths + i));
            Vector256<float> x = Vector256.MaxNative(west - longitude, longitude - east);
            y = Vector256.MaxNative(y, Vector256<float>.Zero);
            x = Vector256.MaxNative(x, Vector256<float>.Zero);
            Vector256<float> least = Vector256.Create(node->LeastCosine);
            if (cosines != null)
            {
                least = Vector256.Load(cosines + i);
                Vector256<float> turn = Vector256.Create(360 * node->CellsPerLongitude);
                Vector256<float> around = Vector256.MinNative((west + turn) - longitude, (longitude + turn) - east);
                x = Vector256.MinNative(x, Vector256.MaxNative(around, Vector256<float>.Zero));
            }

            Vector256<float> chord = (y * y * Vector256.Create(node->LatitudeWeight))
                + (x * x * (least * Vector256.Create(node->LongitudeWeight * cosine)));
            Vector256<int> numbers = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) + Vector256.Create(i);
            Vector256<int> keys = (chord.AsInt32() & Vector256.Create(~NumberMask)) | numbers;
            if (open != ushort.MaxValue)
            {
                Vector256<int> bits = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
                keys = Vector256.ConditionalSelect(
                    Vector256.Equals(Vector256.Create((int)(open >> i)) & bits, Vector256<int>.Zero), Vector256.Create(Closed), keys);
            }

            keys.Store(distances + i);
        }
    }

    public static void MeasurePlain(KdTreeNode* node, float* cosines, float latitudeCell, float longitudeCell, float cosine, uint open, int* distances)
    {
        for (int i = 0; i < KdTreeShape.Fanout; i++)
        {
            float y = MathF.Max(0, MathF.Max(node->Souths[i] - latitudeCell, latitudeCell - node->Norths[i]));
            float x = MathF.Max(0, MathF.Max(node->Wests[i] - longitudeCell, longitudeCell - node->Easts[i]));
            float least = node->LeastCosine;
            if (cosines != null)
            {
                least = cosines[i];
                float turn = 360 * node->CellsPerLongitude;
                x = MathF.Min(x, MathF.Max(0, MathF.Min((node->Wests[i] + turn) - longitudeCell, (longitudeCell + turn) - node->Easts[i])));
            }

            float chord = (y * y * node->LatitudeWeight) + (x * x * (least * (node->LongitudeWeight * cosine)));
            distances[i] = (open >> i & 1) != 0 ? (BitConverter.SingleToInt32Bits(chord) & ~NumberMask) | i : Closed;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>Squared chords in float from a query to a group of points of a run, see <see cref="ClassRuns"/>: the same for every width of vectors.</summary>
internal static unsafe class RunChords
{
    /// <summary>Writes the squared chords to a group of points and returns those up to the limit, as bits.</summary>
    /// <param name="positions">The x of the points; y and z follow each a stride further.</param>
    /// <param name="stride">How many points lie between their x, y and z.</param>
    /// <param name="x">Where they are measured from, as a unit vector.</param>
    /// <param name="y">The second coordinate.</param>
    /// <param name="z">The third coordinate.</param>
    /// <param name="limit">The largest squared chord that is returned.</param>
    /// <param name="chords">Receives the squared chords of the group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Measure(float* positions, int stride, float x, float y, float z, float limit, float* chords)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Measure512(positions, stride, x, y, z, limit, chords);
        }

        return Vector256.IsHardwareAccelerated
            ? Measure256(positions, stride, x, y, z, limit, chords)
            : MeasurePlain(positions, stride, x, y, z, limit, chords);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Measure512(float* positions, int stride, float x, float y, float z, float limit, float* chords)
    {
        ulong within = 0;
        for (int i = 0; i < ClassRuns.Group; i += Vector512<float>.Count)
        {
            Vector512<float> dx = Vector512.Load(positions + i) - Vector512.Create(x);
            Vector512<float> dy = Vector512.Load(positions + stride + i) - Vector512.Create(y);
            Vector512<float> dz = Vector512.Load(positions + (2 * stride) + i) - Vector512.Create(z);
            Vector512<float> chord = (dx * dx) + (dy * dy) + (dz * dz);
            chord.Store(chords + i);
            within |= Vector512.LessThanOrEqual(chord, Vector512.Create(limit)).ExtractMostSignificantBits() << i;
        }

        return (uint)within;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Measure256(float* positions, int stride, float x, float y, float z, float limit, float* chords)
    {
        uint within = 0;
        for (int i = 0; i < ClassRuns.Group; i += Vector256<float>.Count)
        {
            Vector256<float> dx = Vector256.Load(positions + i) - Vector256.Create(x);
            Vector256<float> dy = Vector256.Load(positions + stride + i) - Vector256.Create(y);
            Vector256<float> dz = Vector256.Load(positions + (2 * stride) + i) - Vector256.Create(z);
            Vector256<float> chord = (dx * dx) + (dy * dy) + (dz * dz);
            chord.Store(chords + i);
            within |= Vector256.LessThanOrEqual(chord, Vector256.Create(limit)).ExtractMostSignificantBits() << i;
        }

        return within;
    }

    internal static uint MeasurePlain(float* positions, int stride, float x, float y, float z, float limit, float* chords)
    {
        uint within = 0;
        for (int i = 0; i < ClassRuns.Group; i++)
        {
            float dx = positions[i] - x;
            float dy = positions[stride + i] - y;
            float dz = positions[(2 * stride) + i] - z;
            chords[i] = (dx * dx) + (dy * dy) + (dz * dz);
            within |= chords[i] <= limit ? 1u << i : 0;
        }

        return within;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>The sixteen least of the numbers seen so far, in ascending order in one vector: sorted and merged without a branch.</summary>
/// <remarks>K. E. Batcher, "Sorting networks and their applications", AFIPS 32 (1968), 307: the bitonic sorter.</remarks>
internal struct SixteenLeast()
{
    private Vector512<float> _sorted = Vector512.Create(float.PositiveInfinity);

    /// <summary>The number that has so many before it.</summary>
    public readonly float this[int place] => _sorted.GetElement(place);

    /// <summary>One number more: each place keeps the middle one of it, its predecessor and the number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(float number)
    {
        Vector512<float> before = Vector512.Shuffle(_sorted, Vector512.Create(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
        before = before.WithElement(0, float.NegativeInfinity);
        _sorted = Vector512.MaxNative(before, Vector512.MinNative(_sorted, Vector512.Create(number)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector512<float> numbers)
    {
        // The first half of a sorted sequence followed by a reversed one is their element-wise minimum, and is bitonic.
        Vector512<float> reversed = Vector512.Shuffle(Sort(numbers), Vector512.Create(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
        _sorted = MergeSixteen(Vector512.MinNative(_sorted, reversed));
    }

    /// <summary>The least of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LeastOf(Vector512<float> numbers)
    {
        Vector256<float> eight = Vector256.MinNative(numbers.GetLower(), numbers.GetUpper());
        Vector128<float> four = Vector128.MinNative(eight.GetLower(), eight.GetUpper());
        Vector128<float> two = Vector128.MinNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MinNative(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Sort(Vector512<float> v)
    {
        v = Exchange(v, Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14), Lanes(0b0110_0110_0110_0110));
        v = Exchange(v, Vector512.Create(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13), Lanes(0b0011_1100_0011_1100));
        v = Exchange(v, Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14), Lanes(0b0101_1010_0101_1010));
        v = Exchange(v, Vector512.Create(4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11), Lanes(0b0000_1111_1111_0000));
        v = Exchange(v, Vector512.Create(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13), Lanes(0b0011_0011_1100_1100));
        v = Exchange(v, Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14), Lanes(0b0101_0101_1010_1010));
        return MergeSixteen(v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MergeSixteen(Vector512<float> v)
    {
        v = Exchange(v, Vector512.Create(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7), Lanes(0b1111_1111_0000_0000));
        v = Exchange(v, Vector512.Create(4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11), Lanes(0b1111_0000_1111_0000));
        v = Exchange(v, Vector512.Create(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13), Lanes(0b1100_1100_1100_1100));
        return Exchange(v, Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14), Lanes(0b1010_1010_1010_1010));
    }

    /// <summary>Compares each lane with its partner; the lanes named take the greater, the others the lesser.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Exchange(Vector512<float> v, Vector512<int> partners, Vector512<float> greater)
    {
        Vector512<float> partner = Vector512.Shuffle(v, partners);
        return Vector512.ConditionalSelect(greater, Vector512.MaxNative(v, partner), Vector512.MinNative(v, partner));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Lanes(int bits) => (~Vector512.Equals(
        Vector512.Create(bits) & Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768),
        Vector512<int>.Zero)).AsSingle();
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpatialIndex;

/// <summary>
/// The rows that may be among the k nearest, with their squared chords in float, in no order: cheaper than a heap, because nothing is
/// ordered before the search is over. The k-th least chord is narrowed down by counting.
/// </summary>
internal unsafe struct CandidateBuffer(float* chords, int* rows, int capacity, int wanted) : ICandidateCollector
{
    /// <summary>The most results it serves.</summary>
    public const int MaxWanted = 256;

    private const int MaxSteps = 8;

    /// <summary>Up to this many chords are quicker to insert than to sort with the rest of their leaf.</summary>
    private const int FewBits = 4;

    /// <summary>One in so many results must be new before the k-th least chord is worth narrowing down again.</summary>
    private const int NewShare = 32;

    private float _kthChord = float.PositiveInfinity;
    private int _countToTighten = 0;
    private float _cellRadius = 0;
    private SixteenLeast _least = new();

    public int Count { get; private set; }

    /// <summary>Whether the least chords are kept in one vector, so that the k-th is always known.</summary>
    private readonly bool IsInOneVector => Vector512.IsHardwareAccelerated && wanted <= Vector512<float>.Count;

    public readonly int* Rows => rows;

    /// <summary>How much room a search for so many results needs: several times what a compaction leaves, and a leaf, in whole vectors.</summary>
    public static int CapacityFor(int wanted) => ((4 * wanted) + (4 * KdTreeShape.LeafSize) + 15) & ~15;

    public bool Take<TRows>(in KdTreeView tree, uint bits, TRows numbers, float* leafChords, float cellRadius, ref SearchLimit limit)
        where TRows : struct, IRowNumbers
    {
        _cellRadius = MathF.Max(_cellRadius, cellRadius);
        if (IsInOneVector)
        {
            Vector512<float> low = Vector512.Load(leafChords);
            Vector512<float> high = Vector512.Load(leafChords + 16);
            Tighten(ref limit, KthLeast(bits, low, high, leafChords));
            Vector512<float> greatest = Vector512.Create(limit.ForPoints(_cellRadius));
            bits &= (uint)(Vector512.LessThanOrEqual(low, greatest).ExtractMostSignificantBits()
                | (Vector512.LessThanOrEqual(high, greatest).ExtractMostSignificantBits() << 16));
        }

        bool isLimited = limit.Chord < float.PositiveInfinity;
        int count = Count;
        for (; bits != 0; bits &= bits - 1)
        {
            int bit = BitOperations.TrailingZeroCount(bits);
            int row = numbers[bit];
            chords[count] = leafChords[bit];
            rows[count++] = row;
            if (isLimited)
            {
                Prefetch(tree, row);
            }
        }

        Count = count;
        if (!IsInOneVector && count >= wanted && count >= _countToTighten)
        {
            Tighten(ref limit, KthLeast());
            _countToTighten = count + 1 + (wanted / NewShare);
            if (!isLimited)
            {
                Compact(limit);
                for (int i = 0; i < Count; i++)
                {
                    Prefetch(tree, rows[i]);
                }
            }
        }

        if (Count > capacity - KdTreeShape.LeafSize)
        {
            Compact(limit);
        }

        return Count <= capacity - KdTreeShape.LeafSize;
    }

    /// <summary>Knows no ids; a flood of ties is given up.</summary>
    public readonly bool Excludes(in KdTreeView tree, int row) => false;

    /// <summary>The k-th least of all chords so far, for few results: kept in order as they come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float KthLeast(uint bits, Vector512<float> low, Vector512<float> high, float* leafChords)
    {
        if (wanted > 1 && BitOperations.PopCount(bits) <= FewBits)
        {
            for (; bits != 0; bits &= bits - 1)
            {
                _least.Add(leafChords[BitOperations.TrailingZeroCount(bits)]);
            }

            return _least[wanted - 1];
        }

        Vector512<float> none = Vector512.Create(float.PositiveInfinity);
        low = Vector512.ConditionalSelect(SixteenLeast.Lanes((int)bits), low, none);
        high = Vector512.ConditionalSelect(SixteenLeast.Lanes((int)(bits >> 16)), high, none);
        if (wanted == 1)
        {
            return SixteenLeast.LeastOf(Vector512.MinNative(low, high));
        }

        _least.Add(low);
        _least.Add(high);
        return _least[wanted - 1];
    }

    /// <summary>Most candidates within a limit become results: by the time the search is over, their records are near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(in KdTreeView tree, int row)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(tree.Records + row);
        }
    }

    /// <summary>Lowers the limit to an upper bound of the k-th least distance.</summary>
    private void Tighten(ref SearchLimit limit, float kth)
    {
        if (kth < _kthChord)
        {
            _kthChord = kth;
            limit.Tighten((MathF.Sqrt(kth) * (1 + (2 * LeafChords.RelativeError))) + _cellRadius);
        }
    }

    /// <summary>Drops what the limit excludes.</summary>
    public void Compact(in SearchLimit limit)
    {
        float greatest = limit.ForPoints(_cellRadius);
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (chords[i] <= greatest)
            {
                chords[kept] = chords[i];
                rows[kept++] = rows[i];
            }
        }

        _countToTighten -= Count - kept;
        Count = kept;
    }

    /// <summary>
    /// A chord that at least k entries do not exceed, and only a few more than k: by the rule of false position on the count, which is
    /// nearly linear in squared distance, and every third time by halving.
    /// </summary>
    private readonly float KthLeast()
    {
        for (int i = Count; i < ((Count + 15) & ~15); i++)
        {
            chords[i] = float.PositiveInfinity;
        }

        int spare = wanted >> 3;
        float low = 0;
        int countAtLow = 0;
        float high = _kthChord;
        int countAtHigh = Count;
        if (float.IsPositiveInfinity(high))
        {
            high = Greatest();
        }
        else
        {
            countAtHigh = CountUpTo(high);
            if (countAtHigh < wanted)
            {
                return high;
            }
        }

        for (int step = 1; step <= MaxSteps && countAtHigh > wanted + spare; step++)
        {
            float share = step % 3 == 0 ? 0.5f : (wanted + (0.5f * spare) + 0.5f - countAtLow) / (countAtHigh - countAtLow);
            float middle = low + ((high - low) * share);
            int count = CountUpTo(middle);
            if (count >= wanted)
            {
                (high, countAtHigh) = (middle, count);
            }
            else
            {
                (low, countAtLow) = (middle, count);
            }
        }

        return high;
    }

    private readonly float Greatest()
    {
        float greatest = 0;
        for (int i = 0; i < Count; i++)
        {
            greatest = MathF.Max(greatest, chords[i]);
        }

        return greatest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int CountUpTo(float greatest)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<int> negated = Vector512<int>.Zero;
            for (int i = 0; i < Count; i += Vector512<float>.Count)
            {
                negated += Vector512.LessThanOrEqual(Vector512.Load(chords + i), Vector512.Create(greatest)).AsInt32();
            }

            return -Vector512.Sum(negated);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<int> negated = Vector256<int>.Zero;
            for (int i = 0; i < Count; i += Vector256<float>.Count)
            {
                negated += Vector256.LessThanOrEqual(Vector256.Load(chords + i), Vector256.Create(greatest)).AsInt32();
            }

            return -Vector256.Sum(negated);
        }

        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            count += chords[i] <= greatest ? 1 : 0;
        }

        return count;
    }
}

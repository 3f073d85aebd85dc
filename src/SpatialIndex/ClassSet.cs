namespace SpatialIndex;

/// <summary>
/// A set of class numbers, kept as a bitmask of as many 64-bit words as the classes need. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Each point of a tree belongs to one class. Whatever a caller filters by is compiled once to the set of classes that it
/// allows; nodes keep the set of classes below them, so one AND decides whether a subtree can hold a match.
/// </remarks>
public sealed class ClassSet
{
    /// <summary>As many bits as a vector looks up at once: every set has memory for them.</summary>
    internal const int TableBits = 512;

    private readonly ulong[] _words;
    private readonly ulong[] _nodeWords;

    private ClassSet(int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classCount, KdTree.MaxClassCount);
        ClassCount = classCount;
        _words = new ulong[Math.Max(TableBits / 64, WordCount(classCount))];
        _nodeWords = classCount <= KdTreeLayout.NodeClassBits ? _words : new ulong[WordCount(KdTreeLayout.NodeClassBits)];
    }

    /// <summary>The number of classes that exist, in the set or not: 0 to <see cref="KdTree.MaxClassCount"/>.</summary>
    public int ClassCount { get; }

    /// <summary>Whether no class is in the set.</summary>
    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>The bits of all classes; in memory, zeros follow up to <see cref="TableBits"/>.</summary>
    internal ReadOnlySpan<ulong> Words => _words.AsSpan(0, WordCount(ClassCount));

    /// <summary>The words that nodes are tested with: as <see cref="Words"/>, but classes of one remainder share a bit where there are many.</summary>
    internal ReadOnlySpan<ulong> NodeWords => _nodeWords;

    /// <summary>The set of those classes among <paramref name="classCount"/> that the predicate allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classCount"/> is negative or above <see cref="KdTree.MaxClassCount"/>.</exception>
    public static ClassSet Where(int classCount, Func<int, bool> allows)
    {
        ArgumentNullException.ThrowIfNull(allows);
        var set = new ClassSet(classCount);
        for (int number = 0; number < classCount; number++)
        {
            if (allows(number))
            {
                set.Add(number);
            }
        }

        return set;
    }

    /// <summary>The set of the given classes; naming one twice is harmless.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A class number is negative or not below <paramref name="classCount"/>.</exception>
    public static ClassSet Of(int classCount, params ReadOnlySpan<int> classes)
    {
        var set = new ClassSet(classCount);
        foreach (int number in classes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(classes));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, classCount, nameof(classes));
            set.Add(number);
        }

        return set;
    }

    /// <summary>Whether the class is in the set; numbers outside 0 to ClassCount − 1 never are.</summary>
    public bool Contains(int classNumber) =>
        (uint)classNumber < (uint)ClassCount && (_words[classNumber >> 6] >> (classNumber & 63) & 1) != 0;

    private void Add(int number)
    {
        int bit = number % KdTreeLayout.NodeClassBits;
        _words[number >> 6] |= 1UL << (number & 63);
        _nodeWords[bit >> 6] |= 1UL << (bit & 63);
    }

    internal static int WordCount(int classCount) => (classCount + 63) >> 6;
}

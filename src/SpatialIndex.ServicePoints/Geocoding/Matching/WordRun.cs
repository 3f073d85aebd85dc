namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Words of an address that stand together.</summary>
internal readonly record struct WordRun(int First, int Count)
{
    public int End => First + Count;

    public bool IsEmpty => Count == 0;

    public bool Overlaps(WordRun other) => First < other.End && other.First < End;

    /// <summary>Whether another run begins where this one ends, or ends where it begins.</summary>
    public bool IsBeside(WordRun other) => First == other.End || End == other.First;

    /// <summary>The runs of what is left when two are taken away, in order.</summary>
    public List<WordRun> Without(WordRun one, WordRun other)
    {
        (WordRun before, WordRun behind) = one.First <= other.First ? (one, other) : (other, one);
        List<WordRun> left = [];
        int first = First;
        foreach (WordRun taken in (ReadOnlySpan<WordRun>)[before, behind, new WordRun(End, 1)])
        {
            if (!taken.IsEmpty)
            {
                int end = Math.Min(taken.First, End);
                if (end > first)
                {
                    left.Add(new WordRun(first, end - first));
                }

                first = Math.Max(first, taken.End);
            }
        }

        return left;
    }
}

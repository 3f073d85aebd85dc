namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Words of an address that stand together.</summary>
internal readonly record struct WordRun(int First, int Count)
{
    public int End => First + Count;

    public bool IsEmpty => Count == 0;

    public bool Overlaps(WordRun other) => First < other.End && other.First < End;

    /// <summary>Whether another run begins where this one ends, or ends where it begins.</summary>
    public bool IsBeside(WordRun other) => First == other.End || End == other.First;

    /// <summary>The runs of what is left when some are taken away, in order.</summary>
    public IEnumerable<WordRun> Without(params WordRun[] taken)
    {
        int first = First;
        foreach (WordRun run in taken.Where(static run => !run.IsEmpty).OrderBy(static run => run.First).Append(new WordRun(End, 0)))
        {
            if (run.First > first)
            {
                yield return new WordRun(first, run.First - first);
            }

            first = Math.Max(first, run.End);
        }
    }
}

namespace SpatialIndex;

/// <summary>
/// Expiries as ranks of 16 bits: one a value where there are no more values than ranks, else one for neighbouring values together, so that
/// the expiries themselves are needed for those of the rank that an instant falls into.
/// </summary>
internal sealed class ExpiryRanking
{
    private const int MaxRanks = 1 << 16;

    private ExpiryRanking(long[] table, bool isExact)
    {
        Table = table;
        IsExact = isExact;
    }

    /// <summary>The latest expiry of each rank, ascending.</summary>
    public long[] Table { get; }

    /// <summary>Whether every rank stands for a single value.</summary>
    public bool IsExact { get; }

    public static ExpiryRanking Of(ReadOnlySpan<long> expiries)
    {
        var distinct = new HashSet<long>();
        foreach (long expiry in expiries)
        {
            distinct.Add(expiry);
        }

        long[] values = [.. distinct];
        Array.Sort(values);
        if (values.Length <= MaxRanks)
        {
            return new ExpiryRanking(values, isExact: true);
        }

        var table = new long[MaxRanks];
        for (int rank = 0; rank < MaxRanks; rank++)
        {
            table[rank] = values[(((rank + 1L) * values.Length) >> 16) - 1];
        }

        return new ExpiryRanking(table, isExact: false);
    }

    public ushort RankOf(long expiry) => (ushort)FirstRankFrom(Table, expiry);

    /// <summary>The first rank of a table that holds an instant or a later one; the length of the table when there is none.</summary>
    public static int FirstRankFrom(ReadOnlySpan<long> table, long instant)
    {
        int place = table.BinarySearch(instant);
        return place >= 0 ? place : ~place;
    }
}

namespace SpatialIndex.Tests;

/// <summary>What code allocates on the thread that runs it.</summary>
internal static class AllocatedBytes
{
    private const int Rounds = 10;

    /// <summary>The fewest bytes that one of ten rounds of <paramref name="action"/> allocates, the code already compiled.</summary>
    /// <remarks>
    /// The least, because the runtime now and then allocates on the caller's thread for itself (caches that grow, the rest of an allocation context
    /// that a collection takes away); what <paramref name="action"/> allocates, it allocates in every round.
    /// </remarks>
    public static long By(Action action)
    {
        action();
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}

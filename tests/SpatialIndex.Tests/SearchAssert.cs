namespace SpatialIndex.Tests;

/// <summary>Compares what a tree found with the first of all matches in order: ids, rows and every bit of the distances.</summary>
internal static class SearchAssert
{
    public static void Equal(KdTree tree, ReadOnlySpan<Hit> matches, ReadOnlySpan<Neighbor> results, int count, string query)
    {
        if (Difference(tree, matches, results, count) is { } difference)
        {
            Assert.Fail($"{query}: {difference}");
        }
    }

    /// <summary>What is wrong with the first <paramref name="count"/> results, or null.</summary>
    public static string? Difference(KdTree tree, ReadOnlySpan<Hit> matches, ReadOnlySpan<Neighbor> results, int count)
    {
        int expectedCount = Math.Min(matches.Length, results.Length);
        if (count != expectedCount)
        {
            return $"found {count} points instead of {expectedCount}";
        }

        for (int i = 0; i < count; i++)
        {
            bool isSame = results[i].Id == matches[i].Id
                && BitConverter.DoubleToInt64Bits(results[i].DistanceMeters) == BitConverter.DoubleToInt64Bits(matches[i].DistanceMeters);
            if (!isSame)
            {
                return $"result {i} is {results[i].Id} at {results[i].DistanceMeters:R} m "
                    + $"instead of {matches[i].Id} at {matches[i].DistanceMeters:R} m";
            }

            if (tree.IdAt(results[i].Row) != results[i].Id)
            {
                return $"result {i} says row {results[i].Row}, which holds {tree.IdAt(results[i].Row)} instead of {results[i].Id}";
            }
        }

        return null;
    }
}

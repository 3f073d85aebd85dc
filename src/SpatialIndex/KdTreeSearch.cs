namespace SpatialIndex;

/// <summary>
/// The nearest search, exact: a source hands over what may be near enough, and what is left over at the end is measured by the haversine in
/// double and put in order.
/// </summary>
internal static unsafe class KdTreeSearch
{
    /// <summary>What <see cref="Nearest"/> returns when the source was not up to it.</summary>
    public const int Abandoned = -1;

    /// <summary>The nearest points that pass, nearest first: as many as the span holds, which is not empty. None is beyond the limit.</summary>
    public static int Nearest<TSource>(
        in KdTreeView tree, GeoPoint center, double radiusMeters, SearchLimit limit, scoped in TSource source, Span<Neighbor> results)
        where TSource : struct, ICandidateSource, allows ref struct
    {
        if (results.Length <= CandidateBuffer.MaxWanted)
        {
            int capacity = CandidateBuffer.CapacityFor(results.Length);
            float* chords = stackalloc float[capacity];
            int* rows = stackalloc int[capacity];
            var buffer = new CandidateBuffer(chords, rows, capacity, results.Length);
            SearchLimit bufferLimit = limit;
            CollectResult collected = source.Collect(ref bufferLimit, ref buffer);
            if (collected == CollectResult.Complete)
            {
                buffer.Compact(bufferLimit);
                return CandidateRanking.Rank(tree, center, radiusMeters, buffer.Rows, buffer.Count, results);
            }

            if (collected == CollectResult.Abandoned)
            {
                return Abandoned;
            }
        }

        var found = new NeighborCollector(center, radiusMeters, results);
        return source.Collect(ref limit, ref found) == CollectResult.Abandoned ? Abandoned : found.Sort();
    }
}

using System.Buffers;
using System.Runtime.Intrinsics.X86;

namespace SpatialIndex;

/// <summary>Many nearest searches, in the order of a Hilbert curve.</summary>
internal readonly unsafe struct BatchQuery(
    GeoPoint* centers, int count, int limit, Neighbor* results, int* counts, double radiusMeters, int maxThreads) : IQuery
{
    /// <summary>Searches that one thread does in a row.</summary>
    private const int ChunkLength = 512;

    /// <summary>From so many results on it is worth knowing beforehand how far they can be.</summary>
    private const int LeastBounded = 17;

    /// <summary>So many searches ahead, results are asked into the cache; and the center, which is read first, still earlier.</summary>
    private const int ResultsAhead = 2;

    private const int CentersAhead = 6;

    /// <summary>Farther than the last result of the search before and the way from there, by more than rounding.</summary>
    private const double BoundFactor = 1 + 1e-9;

    private const double BoundSlackMeters = 1e-3;

    /// <summary>More results than these would push each other out of the cache before they are written.</summary>
    private const int MostPrefetched = 512;

    private const int CacheLine = 64;

    /// <summary>Writes results and counts where the caller wants them.</summary>
    /// <returns>The number of searches.</returns>
    public int Run<TTest>(in KdTreeView tree, TTest test)
        where TTest : struct, IPointTest
    {
        int[] order = ArrayPool<int>.Shared.Rent(2 * count);
        uint[] places = ArrayPool<uint>.Shared.Rent(2 * count);
        HilbertCurve.Order(
            new ReadOnlySpan<GeoPoint>(centers, count),
            order.AsSpan(0, count),
            places.AsSpan(0, count),
            order.AsSpan(count, count),
            places.AsSpan(count, count));
        ArrayPool<uint>.Shared.Return(places);
        if (maxThreads == 1 || count <= ChunkLength)
        {
            SearchInOrder(tree, test, order.AsSpan(0, count));
        }
        else
        {
            SearchOnThreads(tree, test, order);
        }

        ArrayPool<int>.Shared.Return(order);
        return count;
    }

    private void SearchOnThreads<TTest>(KdTreeView tree, TTest test, int[] order)
        where TTest : struct, IPointTest
    {
        BatchQuery batch = this;
        int total = count;
        int chunks = (total + ChunkLength - 1) / ChunkLength;
        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = maxThreads }, chunk =>
        {
            int start = chunk * ChunkLength;
            batch.SearchInOrder(tree, test, order.AsSpan(start, Math.Min(ChunkLength, total - start)));
        });
    }

    private void SearchInOrder<TTest>(in KdTreeView tree, TTest test, ReadOnlySpan<int> order)
        where TTest : struct, IPointTest
    {
        bool isBounded = limit >= LeastBounded;
        PlannedSearch planned = new NearestQuery<Everywhere>(default, radiusMeters, default, new Span<Neighbor>(results, limit)).Plan(tree, test);
        GeoPoint previous = default;
        double previousLast = double.PositiveInfinity;
        for (int i = 0; i < order.Length; i++)
        {
            int number = order[i];
            Prefetch(order[Math.Min(i + ResultsAhead, order.Length - 1)], order[Math.Min(i + CentersAhead, order.Length - 1)]);
            GeoPoint center = centers[number];
            var found = new Span<Neighbor>(results + ((long)number * limit), limit);
            var query = new NearestQuery<Everywhere>(center, radiusMeters, default, found)
            {
                Planned = planned,
                BoundMeters = isBounded
                    ? ((previousLast + Haversine.DistanceMeters(previous, center)) * BoundFactor) + BoundSlackMeters
                    : double.PositiveInfinity,
            };
            int foundCount = query.Run(tree, test);
            counts[number] = foundCount;
            previous = center;
            previousLast = foundCount == limit ? found[^1].DistanceMeters : double.PositiveInfinity;
        }
    }

    /// <summary>Places that follow each other on the curve are far apart in the caller's memory.</summary>
    private void Prefetch(int resultsOf, int centerOf)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        Sse.Prefetch0(centers + centerOf);
        Sse.Prefetch0(counts + centerOf);
        byte* start = (byte*)(results + ((long)resultsOf * limit));
        for (int offset = 0; offset < Math.Min(limit, MostPrefetched) * sizeof(Neighbor); offset += CacheLine)
        {
            Sse.Prefetch0(start + offset);
        }
    }
}

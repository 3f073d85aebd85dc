using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpatialIndex;

/// <summary>Measures every row it takes and keeps the best in the caller's span: for any number of results, and any number of ties.</summary>
internal unsafe ref struct NeighborCollector(GeoPoint center, double radiusMeters, Span<Neighbor> results) : ICandidateCollector
{
    private NeighborHeap _found = new(results);

    [SkipLocalsInit]
    public bool Take(in KdTreeView tree, uint bits, int firstRow, float* chords, float cellRadius, ref SearchLimit limit)
    {
        double* latitudes = stackalloc double[KdTreeShape.LeafSize];
        double* longitudes = stackalloc double[KdTreeShape.LeafSize];
        double* distances = stackalloc double[KdTreeShape.LeafSize];
        int* rows = stackalloc int[KdTreeShape.LeafSize];
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            int row = firstRow + BitOperations.TrailingZeroCount(bits);
            rows[count] = row;
            latitudes[count] = tree.Records[row].Latitude;
            longitudes[count++] = tree.Records[row].Longitude;
        }

        Haversine.DistancesMeters(center.Latitude, center.Longitude, ref *latitudes, ref *longitudes, ref *distances, count);
        bool better = false;
        for (int i = 0; i < count; i++)
        {
            if (distances[i] <= radiusMeters)
            {
                better |= _found.Offer(new Neighbor(tree.Records[rows[i]].Id, rows[i], distances[i]));
            }
        }

        if (better && _found.IsFull)
        {
            limit.Tighten(SearchLimit.ChordOf(_found.Last.DistanceMeters));
        }

        return true;
    }

    /// <summary>Puts what was kept in order and returns how many there are.</summary>
    public int Sort() => _found.Sort();
}

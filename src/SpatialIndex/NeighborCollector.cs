using System.Numerics;

namespace SpatialIndex;

/// <summary>Measures every row it takes and keeps the best in the caller's span: for any number of results, and any number of ties.</summary>
internal unsafe ref struct NeighborCollector(GeoPoint center, double radiusMeters, Span<Neighbor> results) : ICandidateCollector
{
    private NeighborHeap _found = new(results);

    public bool Take<TRows>(in KdTreeView tree, uint bits, TRows numbers, float* chords, float cellRadius, ref SearchLimit limit)
        where TRows : struct, IRowNumbers
    {
        double* latitudes = stackalloc double[KdTreeShape.LeafSize];
        double* longitudes = stackalloc double[KdTreeShape.LeafSize];
        double* distances = stackalloc double[KdTreeShape.LeafSize];
        int* rows = stackalloc int[KdTreeShape.LeafSize];
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            int row = numbers[BitOperations.TrailingZeroCount(bits)];
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

    public readonly bool Excludes(in KdTreeView tree, int row)
    {
        KdTreeRecord* record = tree.Records + row;
        double distance = Haversine.DistanceMeters(center.Latitude, center.Longitude, record->Latitude, record->Longitude);
        return _found.IsFull && !NeighborHeap.IsBefore(new Neighbor(record->Id, row, distance), _found.Last);
    }

    /// <summary>Puts what was kept in order and returns how many there are.</summary>
    public int Sort() => _found.Sort();
}

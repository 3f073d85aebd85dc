using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex;

/// <summary>Measures candidates by the haversine and writes the nearest of them in order, by distance and then by id.</summary>
internal static unsafe class CandidateRanking
{
    /// <summary>Up to this many, counting how many come before each is quicker than sorting: there is nothing to guess wrong.</summary>
    private const int MostCounted = 32;

    private const int Buckets = 128;

    private const int Lanes = 8;

    public static int Rank(in KdTreeView tree, GeoPoint center, double radiusMeters, int* rows, int count, Span<Neighbor> results)
    {
        if (count == 1)
        {
            return RankOnly(tree, center, radiusMeters, rows[0], results);
        }

        int room = count + Lanes;
        double* latitudes = stackalloc double[room];
        double* longitudes = stackalloc double[room];
        double* distances = stackalloc double[room];
        for (int i = 0; i < count; i++)
        {
            KdTreeRecord* record = tree.Records + rows[i];
            latitudes[i] = record->Latitude;
            longitudes[i] = record->Longitude;
        }

        Haversine.DistancesMeters(center.Latitude, center.Longitude, ref *latitudes, ref *longitudes, ref *distances, count);
        if (radiusMeters < Haversine.MaxDistanceMeters)
        {
            count = KeepWithin(radiusMeters, distances, rows, count);
        }

        return count <= MostCounted
            ? RankByCounting(tree, rows, distances, count, results)
            : RankByBuckets(tree, rows, distances, count, results);
    }

    private static int RankOnly(in KdTreeView tree, GeoPoint center, double radiusMeters, int row, Span<Neighbor> results)
    {
        KdTreeRecord* record = tree.Records + row;
        double distance = Haversine.DistanceMeters(center.Latitude, center.Longitude, record->Latitude, record->Longitude);
        results[0] = new Neighbor(record->Id, row, distance);
        return distance <= radiusMeters ? 1 : 0;
    }

    private static int KeepWithin(double radiusMeters, double* distances, int* rows, int count)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            distances[kept] = distances[i];
            rows[kept] = rows[i];
            kept += distances[i] <= radiusMeters ? 1 : 0;
        }

        return kept;
    }

    private static int RankByCounting(in KdTreeView tree, int* rows, double* distances, int count, Span<Neighbor> results)
    {
        for (int i = count; i < count + Lanes; i++)
        {
            distances[i] = double.PositiveInfinity;
        }

        for (int i = 0; i < count; i++)
        {
            long id = tree.Records[rows[i]].Id;
            (int before, int ties) = CountBefore(distances, count, distances[i]);
            if (ties > 1)
            {
                for (int j = 0; j < count; j++)
                {
                    before += distances[j] == distances[i] && tree.Records[rows[j]].Id < id ? 1 : 0;
                }
            }

            if (before < results.Length)
            {
                results[before] = new Neighbor(id, rows[i], distances[i]);
            }
        }

        return Math.Min(count, results.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Before, int Equal) CountBefore(double* distances, int count, double distance)
    {
        int before = 0;
        int equal = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < count; i += Vector512<double>.Count)
            {
                Vector512<double> others = Vector512.Load(distances + i);
                before += BitOperations.PopCount(Vector512.LessThan(others, Vector512.Create(distance)).ExtractMostSignificantBits());
                equal += BitOperations.PopCount(Vector512.Equals(others, Vector512.Create(distance)).ExtractMostSignificantBits());
            }

            return (before, equal);
        }

        for (int i = 0; i < count; i++)
        {
            before += distances[i] < distance ? 1 : 0;
            equal += distances[i] == distance ? 1 : 0;
        }

        return (before, equal);
    }

    /// <summary>
    /// Throws the candidates into buckets by the square of their distance, among which points of a plane are spread evenly, and orders
    /// what little is left to order by insertion.
    /// </summary>
    private static int RankByBuckets(in KdTreeView tree, int* rows, double* distances, int count, Span<Neighbor> results)
    {
        double* sortedDistances = stackalloc double[count];
        int* sortedRows = stackalloc int[count];
        int* places = stackalloc int[Buckets];
        byte* buckets = stackalloc byte[count];
        new Span<int>(places, Buckets).Clear();
        double greatest = 0;
        for (int i = 0; i < count; i++)
        {
            greatest = Math.Max(greatest, distances[i]);
        }

        double scale = greatest > 0 ? (Buckets - 1) / (greatest * greatest) : 0;
        int fullest = 0;
        for (int i = 0; i < count; i++)
        {
            int bucket = (int)(distances[i] * distances[i] * scale);
            buckets[i] = (byte)bucket;
            fullest = Math.Max(fullest, ++places[bucket]);
        }

        if (fullest > MostCounted)
        {
            return RankByHeap(tree, rows, distances, count, results);
        }

        int next = 0;
        for (int i = 0; i < Buckets; i++)
        {
            (places[i], next) = (next, next + places[i]);
        }

        for (int i = 0; i < count; i++)
        {
            int place = places[buckets[i]]++;
            sortedDistances[place] = distances[i];
            sortedRows[place] = rows[i];
        }

        SortByInsertion(tree, sortedDistances, sortedRows, count);
        count = Math.Min(count, results.Length);
        for (int i = 0; i < count; i++)
        {
            results[i] = new Neighbor(tree.Records[sortedRows[i]].Id, sortedRows[i], sortedDistances[i]);
        }

        return count;
    }

    /// <summary>Where many are equally far, as at one place.</summary>
    private static int RankByHeap(in KdTreeView tree, int* rows, double* distances, int count, Span<Neighbor> results)
    {
        var nearest = new NeighborHeap(results);
        for (int i = 0; i < count; i++)
        {
            nearest.Offer(new Neighbor(tree.Records[rows[i]].Id, rows[i], distances[i]));
        }

        return nearest.Sort();
    }

    private static void SortByInsertion(in KdTreeView tree, double* distances, int* rows, int count)
    {
        for (int i = 1; i < count; i++)
        {
            double distance = distances[i];
            int row = rows[i];
            int hole = i;
            for (; hole > 0 && (distances[hole - 1] > distance
                || (distances[hole - 1] == distance && tree.Records[rows[hole - 1]].Id > tree.Records[row].Id)); hole--)
            {
                distances[hole] = distances[hole - 1];
                rows[hole] = rows[hole - 1];
            }

            distances[hole] = distance;
            rows[hole] = row;
        }
    }
}

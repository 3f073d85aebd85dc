using System.Numerics;

namespace SpatialIndex;

/// <summary>
/// Orders points so that every node's points are one run: a run is halved at a boundary of its children along the axis in which it is
/// wider, by selection, until single leaves are left, whose points are in the order of their ids.
/// </summary>
internal static class KdTreePartition
{
    /// <summary>Runs longer than this are worth a task of their own.</summary>
    private const int ParallelLength = 1 << 15;

    private const double StepsPerDegree = uint.MaxValue / 360.0;

    /// <summary>A point in steps of 360°/2³² with its place in the order of ids, which makes every comparison decisive.</summary>
    public struct Item
    {
        public uint Latitude;
        public uint Longitude;
        public int Rank;

        public Item(double latitude, double longitude, int rank)
        {
            Latitude = (uint)((latitude + 90) * StepsPerDegree);
            Longitude = (uint)((longitude + 180) * StepsPerDegree);
            Rank = rank;
        }

        public static ulong Key(in Item item, bool byLatitude) =>
            ((ulong)(byLatitude ? item.Latitude : item.Longitude) << 32) | (uint)item.Rank;
    }

    /// <summary>Orders the items, on as many threads as allowed.</summary>
    public static void Sort(Item[] items, in KdTreeShape shape, int maxThreads)
    {
        if (items.Length > 0)
        {
            SplitNode(items, 0, items.Length, shape.TopLevel, maxThreads);
        }
    }

    /// <summary>Orders a run that is one node of a level.</summary>
    private static void SplitNode(Item[] items, int start, int end, int level, int threads)
    {
        if (level == 0)
        {
            items.AsSpan(start, end - start).Sort(static (a, b) => a.Rank.CompareTo(b.Rank));
            return;
        }

        SplitChildren(items, start, end, level, threads);
    }

    /// <summary>Orders a run of one or more children of a node of a level: halved as if all 16 were there, as <see cref="KdTreeSplits"/> has it.</summary>
    private static void SplitChildren(Item[] items, int start, int end, int level, int threads)
    {
        long childLength = (long)KdTreeShape.LeafSize << (4 * (level - 1));
        int children = (int)((end - start + childLength - 1) / childLength);
        if (children == 1)
        {
            SplitNode(items, start, end, level - 1, threads);
            return;
        }

        int middle = start + (int)(BitOperations.RoundUpToPowerOf2((uint)children) / 2 * childLength);
        bool byLatitude = IsHigherThanWide(items.AsSpan(start, end - start));
        Select(items, start, end - 1, middle, byLatitude);
        if (threads > 1 && end - start > ParallelLength)
        {
            int half = threads / 2;
            Parallel.Invoke(
                () => SplitChildren(items, start, middle, level, threads - half),
                () => SplitChildren(items, middle, end, level, half));
            return;
        }

        SplitChildren(items, start, middle, level, 1);
        SplitChildren(items, middle, end, level, 1);
    }

    private static bool IsHigherThanWide(ReadOnlySpan<Item> run)
    {
        (uint south, uint north, uint west, uint east) = (uint.MaxValue, 0u, uint.MaxValue, 0u);
        foreach (ref readonly Item item in run)
        {
            south = Math.Min(south, item.Latitude);
            north = Math.Max(north, item.Latitude);
            west = Math.Min(west, item.Longitude);
            east = Math.Max(east, item.Longitude);
        }

        double middle = ((south / 2) + (north / 2)) / StepsPerDegree - 90;
        return north - south >= (east - west) * Haversine.CosineOfDegrees(middle);
    }

    /// <summary>
    /// Quickselect (C. A. R. Hoare, "Algorithm 65: Find", CACM 4 (1961), 321) with the median of three as pivot: afterwards the items before
    /// <paramref name="place"/> have lower keys and those from there on higher ones.
    /// </summary>
    private static void Select(Item[] items, int low, int high, int place, bool byLatitude)
    {
        while (low < high)
        {
            ulong pivot = MedianOfThree(
                Item.Key(items[low], byLatitude), Item.Key(items[low + ((high - low) >> 1)], byLatitude), Item.Key(items[high], byLatitude));
            int i = low;
            int j = high;
            while (i <= j)
            {
                while (Item.Key(items[i], byLatitude) < pivot)
                {
                    i++;
                }

                while (Item.Key(items[j], byLatitude) > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (items[i], items[j]) = (items[j], items[i]);
                    i++;
                    j--;
                }
            }

            if (place <= j)
            {
                high = j;
            }
            else if (place >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    private static ulong MedianOfThree(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}

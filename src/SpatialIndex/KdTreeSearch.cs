using System.Runtime.CompilerServices;

namespace SpatialIndex;

/// <summary>
/// The search kernel: depth first, of each node the nearest remaining child next, exact. Boxes and points are compared in float with
/// bounds that err on the far side; what is left over is measured by the haversine in double.
/// </summary>
/// <remarks>
/// J. H. Friedman, J. L. Bentley, R. A. Finkel, "An algorithm for finding best matches in logarithmic expected time", ACM TOMS 3 (1977), 209.
/// </remarks>
internal static unsafe class KdTreeSearch
{
    /// <summary>The nearest points that pass, nearest first: as many as the span holds.</summary>
    [SkipLocalsInit]
    public static int Nearest<TTest, TArea>(
        in KdTreeView tree, GeoPoint center, double radiusMeters, TTest test, TArea area, Span<Neighbor> results)
        where TTest : struct, IPointTest
        where TArea : struct, IArea
    {
        if (results.IsEmpty || tree.Count == 0 || !test.MayMatch(tree))
        {
            return 0;
        }

        var limit = new SearchLimit(center, radiusMeters);
        if (results.Length <= CandidateBuffer.MaxWanted)
        {
            int capacity = CandidateBuffer.CapacityFor(results.Length);
            float* chords = stackalloc float[capacity];
            int* rows = stackalloc int[capacity];
            var buffer = new CandidateBuffer(chords, rows, capacity, results.Length);
            SearchLimit bufferLimit = limit;
            if (Walk(tree, center, test, area, ref bufferLimit, ref buffer))
            {
                buffer.Compact(bufferLimit);
                return CandidateRanking.Rank(tree, center, radiusMeters, buffer.Rows, buffer.Count, results);
            }
        }

        var found = new NeighborCollector(center, radiusMeters, results);
        Walk(tree, center, test, area, ref limit, ref found);
        return found.Sort();
    }

    /// <summary>Hands all rows within the limit to the collector, which lowers it as it goes; false when the collector gave up.</summary>
    [SkipLocalsInit]
    private static bool Walk<TTest, TArea, TCollector>(
        in KdTreeView tree, GeoPoint center, TTest test, TArea area, ref SearchLimit limit, ref TCollector collector)
        where TTest : struct, IPointTest
        where TArea : struct, IArea
        where TCollector : struct, ICandidateCollector, allows ref struct
    {
        SearchFrame* frames = stackalloc SearchFrame[KdTreeShape.MaxLevels + 1];
        float* chords = stackalloc float[KdTreeShape.LeafSize];
        float cosine = limit.Cosine;
        int top = tree.Layout.Shape.TopLevel;
        int level = top;
        SearchFrame* frame = frames + level;
        Open(tree, center, cosine, test, area, level, index: 0, frame);
        while (true)
        {
            int next = ChildDistances.Next(frame->Distances, frame->Visited);
            if (next > BitConverter.SingleToInt32Bits(limit.ForBoxes(frame->Node->CellRadius)))
            {
                if (level == top)
                {
                    return true;
                }

                level++;
                frame++;
                continue;
            }

            frame->Visited = next;
            int child = (frame->Index * KdTreeShape.Fanout) + (next & (KdTreeShape.Fanout - 1));
            if (level > 1)
            {
                level--;
                frame--;
                Open(tree, center, cosine, test, area, level, child, frame);
                continue;
            }

            int firstRow = child * KdTreeShape.LeafSize;
            test.Prefetch(tree, firstRow);
            float cellRadius = 0;
            uint bits;
            if (frame->IsNear)
            {
                cellRadius = frame->Node->CellRadius;
                bits = tree.RowsOf(child) & LeafChords.Near(
                    tree.CellsOf(child), frame->Node, frame->LatitudeCell, frame->LongitudeCell, cosine, limit.ForPoints(cellRadius), chords);
            }
            else
            {
                bits = LeafChords.Anywhere(
                    tree.Records + firstRow, tree.RowsOf(child), center.Latitude, center.Longitude, limit.ForPoints(0), chords);
            }

            bits = area.ContainedRows(tree, firstRow, test.MatchingRows(tree, firstRow, bits));
            if (bits != 0 && !collector.Take(tree, bits, firstRow, chords, cellRadius, ref limit))
            {
                return false;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Open<TTest, TArea>(
        in KdTreeView tree, GeoPoint center, float cosine, TTest test, TArea area, int level, int index, SearchFrame* frame)
        where TTest : struct, IPointTest
        where TArea : struct, IArea
    {
        int number = tree.Layout.FirstNodes[level] + index;
        KdTreeNode* node = tree.Nodes + number;
        frame->Node = node;
        frame->Index = index;
        frame->Visited = -1;
        (frame->LatitudeCell, frame->LongitudeCell, frame->IsNear) = node->Locate(center);
        uint open = tree.Layout.ChildrenOf(level, index) & test.MatchingChildren(tree, number) & area.ReachedChildren(node);

        // A level-1 node that is near needs neither: its boxes lie on one side of the turn, and its latitudes hardly differ.
        float* cosines = frame->IsNear && level == 1 ? null : tree.ChildCosines + ((long)number * KdTreeShape.Fanout);
        ChildDistances.Measure(node, cosines, frame->LatitudeCell, frame->LongitudeCell, cosine, open, frame->Distances);
    }
}

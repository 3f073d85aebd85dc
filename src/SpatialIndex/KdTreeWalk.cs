using System.Runtime.CompilerServices;

namespace SpatialIndex;

/// <summary>
/// Through the nodes of the tree, depth first, of each node the nearest remaining child next. Boxes and points are compared in float with
/// bounds that err on the far side.
/// </summary>
/// <remarks>
/// J. H. Friedman, J. L. Bentley, R. A. Finkel, "An algorithm for finding best matches in logarithmic expected time", ACM TOMS 3 (1977), 209.
/// The first path down is that of the splits, so that its nodes do not wait for each other: whichever path is first, the answer is the same.
/// </remarks>
internal readonly unsafe ref struct KdTreeWalk<TTest, TArea>(
    ref readonly KdTreeView tree, GeoPoint center, TTest test, TArea area, int maxLeaves) : ICandidateSource
    where TTest : struct, IPointTest
    where TArea : struct, IArea
{
    private readonly ref readonly KdTreeView _tree = ref tree;

    public CollectResult Collect<TCollector>(ref SearchLimit limit, ref TCollector collector)
        where TCollector : struct, ICandidateCollector, allows ref struct
    {
        SearchFrame* frames = stackalloc SearchFrame[KdTreeShape.MaxLevels + 1];
        float* chords = stackalloc float[KdTreeShape.LeafSize];
        float cosine = limit.Cosine;
        int top = _tree.Layout.Shape.TopLevel;
        int leavesLeft = maxLeaves;
        int level = OpenPath(cosine, frames);
        SearchFrame* frame = frames + level;
        while (true)
        {
            int next = ChildDistances.Next(frame->Distances, frame->Visited);
            if (next > Math.Min(ChildDistances.Closed - 1, BitConverter.SingleToInt32Bits(limit.ForBoxes(frame->Node->CellRadius))))
            {
                if (level == top)
                {
                    return CollectResult.Complete;
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
                Open(cosine, level, child, uint.MaxValue, frame);
            }
            else if (!VisitLeaf(frame, child, cosine, chords, ref limit, ref collector))
            {
                return CollectResult.Flooded;
            }
            else if (--leavesLeft == 0)
            {
                return CollectResult.Abandoned;
            }
        }
    }

    /// <summary>
    /// Opens the nodes that the splits lead to, each without the child that is opened below it, and returns the level of the lowest: 1, unless
    /// nothing that matches is on the way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int OpenPath(float cosine, SearchFrame* frames)
    {
        float latitude = (float)center.Latitude;
        float longitude = (float)center.Longitude;
        int index = 0;
        for (int level = _tree.Layout.Shape.TopLevel; level > 1; level--)
        {
            int child = KdTreeSplits.ChildOf(_tree.Splits + _tree.Layout.FirstNodes[level] + index, latitude, longitude);
            uint open = Open(cosine, level, index, ~(1u << child), frames + level);
            if ((open >> child & 1) == 0)
            {
                return level;
            }

            index = (index * KdTreeShape.Fanout) + child;
        }

        Open(cosine, level: 1, index, uint.MaxValue, frames + 1);
        return 1;
    }

    /// <summary>Measures those of the children that may hold results, and returns which may, asked for or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Open(float cosine, int level, int index, uint children, SearchFrame* frame)
    {
        int number = _tree.Layout.FirstNodes[level] + index;
        KdTreeNode* node = _tree.Nodes + number;
        frame->Node = node;
        frame->Index = index;
        frame->Visited = -1;
        (frame->LatitudeCell, frame->LongitudeCell, frame->IsNear) = node->Locate(center);
        uint open = _tree.Layout.ChildrenOf(level, index) & test.MatchingChildren(_tree, number) & area.ReachedChildren(node);

        // A level-1 node that is near needs neither: its boxes lie on one side of the turn, and its latitudes hardly differ.
        float* cosines = frame->IsNear && level == 1 ? null : _tree.ChildCosines + ((long)number * KdTreeShape.Fanout);
        ChildDistances.Measure(node, cosines, frame->LatitudeCell, frame->LongitudeCell, cosine, open & children, frame->Distances);
        return open;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool VisitLeaf<TCollector>(
        SearchFrame* frame, int leaf, float cosine, float* chords, ref SearchLimit limit, ref TCollector collector)
        where TCollector : struct, ICandidateCollector, allows ref struct
    {
        int firstRow = leaf * KdTreeShape.LeafSize;
        if (collector.Excludes(_tree, firstRow) && frame->Node->IsOnePlace)
        {
            // The other leaves of the node are as far and have greater ids.
            frame->Visited = ChildDistances.Closed - 1;
            return true;
        }

        test.LookAt(KdTreeShape.LeafSize);
        test.Prefetch(_tree, firstRow);
        float cellRadius = 0;
        uint bits;
        if (frame->IsNear)
        {
            cellRadius = frame->Node->CellRadius;
            bits = _tree.RowsOf(leaf) & LeafChords.Near(
                _tree.CellsOf(leaf), frame->Node, frame->LatitudeCell, frame->LongitudeCell, cosine, limit.ForPoints(cellRadius), chords);
        }
        else
        {
            bits = LeafChords.Anywhere(
                _tree.Records + firstRow, _tree.RowsOf(leaf), center.Latitude, center.Longitude, limit.ForPoints(0), chords);
        }

        var rows = new LeafRows(firstRow);
        bits = area.Contained(_tree, rows, test.MatchingRows(_tree, firstRow, bits));
        return bits == 0 || collector.Take(_tree, bits, rows, chords, cellRadius, ref limit);
    }
}

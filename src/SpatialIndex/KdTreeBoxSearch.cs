using System.Numerics;

namespace SpatialIndex;

/// <summary>Finds the points of a box: subtrees inside it are taken as one slice of rows, those across its edge are opened.</summary>
internal static unsafe class KdTreeBoxSearch
{
    /// <summary>Hands all points of the box that pass to the collector, until it has enough; the tree has points.</summary>
    public static void Collect<TTest, TCollector>(in KdTreeView tree, BoundingBox box, TTest test, ref TCollector collector)
        where TTest : struct, IPointTest
        where TCollector : struct, IRowCollector, allows ref struct
    {
        Span<LongitudeRange> ranges = stackalloc LongitudeRange[LongitudeRange.MaxCount];
        int count = LongitudeRange.Of(box, ranges);
        for (int i = 0; i < count; i++)
        {
            if (!Walk(tree, box.SouthWest.Latitude, box.NorthEast.Latitude, ranges[i], test, ref collector))
            {
                return;
            }
        }
    }

    private static bool Walk<TTest, TCollector>(
        in KdTreeView tree, double south, double north, LongitudeRange longitudes, TTest test, ref TCollector collector)
        where TTest : struct, IPointTest
        where TCollector : struct, IRowCollector, allows ref struct
    {
        BoxFrame* frames = stackalloc BoxFrame[KdTreeShape.MaxLevels + 1];
        int top = tree.Layout.Shape.TopLevel;
        int level = top;
        BoxFrame* frame = frames + level;
        Open(tree, south, north, longitudes, test, level, index: 0, frame);
        while (true)
        {
            if (frame->Reached == 0)
            {
                if (level == top)
                {
                    return true;
                }

                level++;
                frame++;
                continue;
            }

            int child = BitOperations.TrailingZeroCount(frame->Reached);
            bool isInside = (frame->Inside >> child & 1) != 0;
            frame->Reached &= frame->Reached - 1;
            int index = (frame->Index * KdTreeShape.Fanout) + child;
            if (isInside)
            {
                if (!TakeRows(tree, test, tree.Layout.Shape.FirstRow(level - 1, index), tree.Layout.Shape.FirstRow(level - 1, index + 1), ref collector))
                {
                    return false;
                }
            }
            else if (level > 1)
            {
                level--;
                frame--;
                Open(tree, south, north, longitudes, test, level, index, frame);
            }
            else if (!TakeLeaf(tree, south, north, longitudes, test, index, frame->Window, ref collector))
            {
                return false;
            }
        }
    }

    private static void Open<TTest>(
        in KdTreeView tree, double south, double north, LongitudeRange longitudes, TTest test, int level, int index, BoxFrame* frame)
        where TTest : struct, IPointTest
    {
        int number = tree.Layout.FirstNodes[level] + index;
        KdTreeNode* node = tree.Nodes + number;
        frame->Index = index;
        frame->Window = new CellWindow(node, south, north, longitudes);
        (frame->Reached, frame->Inside) = frame->Window.Children(node);
        frame->Reached &= tree.Layout.ChildrenOf(level, index);
        if (frame->Reached != 0)
        {
            frame->Reached &= test.MatchingChildren(tree, number);
        }
    }

    private static bool TakeRows<TTest, TCollector>(in KdTreeView tree, TTest test, int start, int end, ref TCollector collector)
        where TTest : struct, IPointTest
        where TCollector : struct, IRowCollector, allows ref struct
    {
        test.LookAt(end - start);
        for (int row = start; row < end; row++)
        {
            if (test.Matches(tree, row) && !collector.Take(tree.Records[row].Id, row))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TakeLeaf<TTest, TCollector>(
        in KdTreeView tree, double south, double north, LongitudeRange longitudes, TTest test, int leaf, in CellWindow window, ref TCollector collector)
        where TTest : struct, IPointTest
        where TCollector : struct, IRowCollector, allows ref struct
    {
        test.LookAt(KdTreeShape.LeafSize);
        (uint reached, uint inside) = window.Rows(tree.CellsOf(leaf));
        for (uint bits = reached & tree.RowsOf(leaf); bits != 0; bits &= bits - 1)
        {
            int bit = BitOperations.TrailingZeroCount(bits);
            int row = (leaf * KdTreeShape.LeafSize) + bit;
            KdTreeRecord* record = tree.Records + row;
            bool isInside = (inside >> bit & 1) != 0
                || (record->Latitude >= south && record->Latitude <= north && record->Longitude >= longitudes.West && record->Longitude <= longitudes.East);
            if (isInside && test.Matches(tree, row) && !collector.Take(record->Id, row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An open node: which of its children remain, and which of these lie inside.</summary>
    private struct BoxFrame
    {
        public uint Reached;
        public uint Inside;
        public int Index;
        public CellWindow Window;
    }
}

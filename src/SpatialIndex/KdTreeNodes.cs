namespace SpatialIndex;

/// <summary>Fills the parts that follow from the points: nodes, cells, and what is known of each class.</summary>
internal static unsafe class KdTreeNodes
{
    private const int NodesATask = 64;

    /// <param name="layout">The layout.</param>
    /// <param name="start">The tree, with all parts of the points filled in and the others 0.</param>
    /// <param name="maxThreads">How many threads may work on it.</param>
    public static void Fill(KdTreeLayout layout, byte* start, int maxThreads)
    {
        var tree = new KdTreeView(layout, start);
        var bounds = new KdTreeBounds[layout.Shape.NodeCount];
        for (int level = 1; level <= layout.Shape.TopLevel; level++)
        {
            int currentLevel = level;
            int count = layout.Shape.NodesOn(level);
            int tasks = (count + NodesATask - 1) / NodesATask;
            Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = maxThreads }, task =>
            {
                for (int index = task * NodesATask; index < Math.Min(count, (task + 1) * NodesATask); index++)
                {
                    FillNode(tree, currentLevel, index, bounds);
                }
            });
        }

        ClassRuns.Fill(tree);
    }

    private static void FillNode(in KdTreeView tree, int level, int index, KdTreeBounds[] bounds)
    {
        KdTreeLayout layout = tree.Layout;
        int number = layout.FirstNodes[level] + index;
        int children = layout.Shape.ChildCount(level, index);
        KdTreeBounds* boxes = stackalloc KdTreeBounds[KdTreeShape.Fanout];
        KdTreeBounds all = KdTreeBounds.Empty;
        for (int child = 0; child < children; child++)
        {
            int childIndex = (index * KdTreeShape.Fanout) + child;
            boxes[child] = level == 1 ? BoundsOfLeaf(tree, childIndex) : bounds[layout.FirstNodes[level - 1] + childIndex];
            all = all.With(boxes[child]);
        }

        bounds[number] = all;
        KdTreeNode node = KdTreeNode.Over(all);
        for (int child = 0; child < children; child++)
        {
            int childIndex = (index * KdTreeShape.Fanout) + child;
            node.SetChild(child, boxes[child]);
            tree.ChildCosines[(number * KdTreeShape.Fanout) + child] = KdTreeNode.LeastCosineOf(boxes[child]);
            if (level == 1)
            {
                FillLeaf(tree, number, child, childIndex, node);
            }
            else
            {
                CopyUp(tree, number, child, layout.FirstNodes[level - 1] + childIndex);
            }
        }

        tree.Nodes[number] = node;
        tree.Splits[number] = KdTreeSplits.Between(boxes, children);
    }

    private static KdTreeBounds BoundsOfLeaf(in KdTreeView tree, int leaf)
    {
        KdTreeBounds bounds = KdTreeBounds.Empty;
        int start = tree.Layout.Shape.FirstRow(0, leaf);
        int end = tree.Layout.Shape.FirstRow(0, leaf + 1);
        for (int row = start; row < end; row++)
        {
            bounds = bounds.With(tree.Records[row].Latitude, tree.Records[row].Longitude);
        }

        return bounds;
    }

    private static void FillLeaf(in KdTreeView tree, int node, int child, int leaf, in KdTreeNode grid)
    {
        ushort* cells = tree.CellsOf(leaf);
        ulong* classes = tree.NodeClasses + ((long)node * tree.Layout.ClassWords * KdTreeShape.Fanout) + child;
        int start = tree.Layout.Shape.FirstRow(0, leaf);
        int end = tree.Layout.Shape.FirstRow(0, leaf + 1);
        ushort greatestRank = 0;
        for (int row = start; row < end; row++)
        {
            cells[row - start] = grid.LatitudeCell(tree.Records[row].Latitude);
            cells[row - start + KdTreeShape.LeafSize] = grid.LongitudeCell(tree.Records[row].Longitude);
            int bit = tree.Classes[row] % KdTreeLayout.NodeClassBits;
            classes[(bit >> 6) * KdTreeShape.Fanout] |= 1UL << (bit & 63);
            greatestRank = Math.Max(greatestRank, tree.ExpiryRanks[row]);
        }

        tree.NodeExpiries[(node * KdTreeShape.Fanout) + child] = greatestRank;
    }

    /// <summary>What a node knows of a child is all that the child knows of its own children.</summary>
    private static void CopyUp(in KdTreeView tree, int node, int child, int childNode)
    {
        int words = tree.Layout.ClassWords;
        for (int word = 0; word < words; word++)
        {
            ulong all = 0;
            ulong* from = tree.NodeClasses + ((((long)childNode * words) + word) * KdTreeShape.Fanout);
            for (int i = 0; i < KdTreeShape.Fanout; i++)
            {
                all |= from[i];
            }

            tree.NodeClasses[((((long)node * words) + word) * KdTreeShape.Fanout) + child] = all;
        }

        ushort greatest = 0;
        for (int i = 0; i < KdTreeShape.Fanout; i++)
        {
            greatest = Math.Max(greatest, tree.NodeExpiries[(childNode * KdTreeShape.Fanout) + i]);
        }

        tree.NodeExpiries[(node * KdTreeShape.Fanout) + child] = greatest;
    }
}

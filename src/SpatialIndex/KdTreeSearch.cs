namespace SpatialIndex;

/// <summary>
/// The search kernel: depth-first, nearer child first, exact. This is the seam behind which the tree may become faster.
/// </summary>
/// <remarks>
/// The search compares squared chords of float unit vectors and accepts candidates by their haversine distance in double.
/// Rejecting by chord is safe because of the slack in <see cref="ChordLimit"/>.
/// </remarks>
internal static class KdTreeSearch
{
    /// <summary>One pending subtree a level, and one more.</summary>
    private const int StackSize = KdTreeShape.MaxDepth + 2;

    public static int Nearest<TArea>(
        KdTreeColumns columns, GeoPoint center, double radiusMeters, TArea area, PointFilter filter, Span<Neighbor> results)
        where TArea : struct, IArea
    {
        var view = new KdTreeView(columns, filter);
        var found = new NeighborHeap(results);
        var from = new UnitVector(center);
        double limit = ChordLimit.Squared(radiusMeters);

        Span<PendingNode> stack = stackalloc PendingNode[StackSize];
        int depth = 0;
        if (results.Length > 0 && view.MayMatch(0) && !area.Excludes(view.Bounds(0)))
        {
            stack[depth++] = new PendingNode(0, view.SquaredChordTo(0, from));
        }

        while (depth > 0)
        {
            PendingNode pending = stack[--depth];
            if (pending.SquaredChord > limit)
            {
                continue;
            }

            int node = pending.Node;
            while (node < view.FirstLeaf)
            {
                PendingNode near = Open(view, (2 * node) + 1, from, limit, area);
                PendingNode far = Open(view, (2 * node) + 2, from, limit, area);
                if (far.SquaredChord < near.SquaredChord)
                {
                    (near, far) = (far, near);
                }

                if (far.Node >= 0)
                {
                    stack[depth++] = far;
                }

                node = near.Node;
                if (node < 0)
                {
                    break;
                }
            }

            if (node >= 0)
            {
                limit = SearchLeaf(view, node, center, from, radiusMeters, limit, area, ref found);
            }
        }

        return found.Sort();
    }

    /// <summary>The matching points with the lowest ids, found by visiting every subtree that the area reaches into.</summary>
    public static int LowestIds<TArea>(KdTreeColumns columns, TArea area, PointFilter filter, Span<Neighbor> results)
        where TArea : struct, IArea
    {
        var view = new KdTreeView(columns, filter);
        var found = new NeighborHeap(results);
        Span<int> stack = stackalloc int[StackSize];
        int depth = 0;
        if (results.Length > 0)
        {
            stack[depth++] = 0;
        }

        while (depth > 0)
        {
            int node = stack[--depth];
            if (!view.MayMatch(node) || area.Excludes(view.Bounds(node)))
            {
                continue;
            }

            if (node < view.FirstLeaf)
            {
                stack[depth++] = (2 * node) + 2;
                stack[depth++] = (2 * node) + 1;
                continue;
            }

            (int start, int end) = view.Rows(node);
            for (int row = start; row < end; row++)
            {
                if (view.Matches(row) && area.Contains(view.Latitudes[row], view.Longitudes[row]))
                {
                    found.Offer(new Neighbor(view.Ids[row], row, 0));
                }
            }
        }

        int count = found.Sort();
        ClearDistances(results[..count]);
        return count;
    }

    /// <summary>The matching points with the lowest ids of all: a walk along the ids that stops when there are enough.</summary>
    public static int LowestIdsAnywhere(KdTreeColumns columns, PointFilter filter, Span<Neighbor> results)
    {
        var view = new KdTreeView(columns, filter);
        if (!view.MayMatch(0))
        {
            return 0;
        }

        int count = 0;
        foreach (int row in columns.RowsById.Span)
        {
            if (count == results.Length)
            {
                break;
            }

            if (view.Matches(row))
            {
                results[count++] = new Neighbor(view.Ids[row], row, double.NaN);
            }
        }

        return count;
    }

    /// <summary>A child with its distance, or with node −1 and an infinite one when it cannot hold a result.</summary>
    private static PendingNode Open<TArea>(in KdTreeView view, int node, in UnitVector from, double limit, TArea area)
        where TArea : struct, IArea
    {
        double squaredChord = view.SquaredChordTo(node, from);
        return squaredChord <= limit && view.MayMatch(node) && !area.Excludes(view.Bounds(node))
            ? new PendingNode(node, squaredChord)
            : new PendingNode(-1, double.PositiveInfinity);
    }

    private static double SearchLeaf<TArea>(
        in KdTreeView view, int node, GeoPoint center, in UnitVector from, double radiusMeters, double limit, TArea area, ref NeighborHeap found)
        where TArea : struct, IArea
    {
        (int start, int end) = view.Rows(node);
        for (int row = start; row < end; row++)
        {
            if (view.SquaredChordToRow(row, from) > limit
                || !view.Matches(row)
                || !area.Contains(view.Latitudes[row], view.Longitudes[row]))
            {
                continue;
            }

            double distance = Haversine.DistanceMeters(center.Latitude, center.Longitude, view.Latitudes[row], view.Longitudes[row]);
            if (distance <= radiusMeters && found.Offer(new Neighbor(view.Ids[row], row, distance)) && found.IsFull)
            {
                limit = ChordLimit.Squared(found.Last.DistanceMeters);
            }
        }

        return limit;
    }

    private static void ClearDistances(Span<Neighbor> neighbors)
    {
        foreach (ref Neighbor neighbor in neighbors)
        {
            neighbor = neighbor with { DistanceMeters = double.NaN };
        }
    }

    private readonly record struct PendingNode(int Node, double SquaredChord);
}

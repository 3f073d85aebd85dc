namespace SpatialIndex.Fuzz.Targets;

/// <summary>The bytes of a tree, in memory that ends with them: opened, verified and searched.</summary>
internal sealed class TreeTarget : IFuzzTarget
{
    private const long NotExpiredAt = 500;
    private const int BruteForcePoints = 2_000;

    private static readonly int[] Limits = [0, 1, 10, 300];

    private static readonly GeoPoint[] Centers =
    [
        new() { Latitude = 48.85, Longitude = 2.35 },
        new() { Latitude = -17.5, Longitude = 179.99 },
        new() { Latitude = 90, Longitude = 0 },
    ];

    private static readonly BoundingBox[] Boxes =
    [
        BoundingBox.FromCorners(new() { Latitude = -90, Longitude = -180 }, new() { Latitude = 90, Longitude = 180 }),
        BoundingBox.FromCorners(new() { Latitude = 43, Longitude = -1 }, new() { Latitude = 52, Longitude = 4.5 }),
        BoundingBox.FromCorners(new() { Latitude = -19, Longitude = 179 }, new() { Latitude = -16, Longitude = -179 }),
    ];

    public string Name => "tree";

    public void Run(ReadOnlySpan<byte> input)
    {
        using var bytes = new GuardedBytes(input);
        KdTree tree;
        try
        {
            tree = KdTree.Open(bytes.Memory);
        }
        catch (InvalidDataException)
        {
            return;
        }

        bool isSound = IsSound(tree);
        foreach (PointFilter filter in Filters(tree))
        {
            Search(tree, filter);
            if (isSound && tree.Count <= BruteForcePoints)
            {
                RequireNearest(tree, filter);
            }
        }

        for (int row = 0; row < tree.Count; row++)
        {
            FuzzException.Require(tree.RowOf(tree.IdAt(row)) == row, "An id leads to another row.");
            _ = (tree.PointAt(row), tree.ClassAt(row), tree.ExpiryAt(row), tree.RowInIdOrder(row));
        }
    }

    private static bool IsSound(KdTree tree)
    {
        try
        {
            tree.Verify();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static PointFilter[] Filters(KdTree tree)
    {
        var most = ClassSet.Where(tree.ClassCount, static number => number % 3 != 0);
        var last = ClassSet.Where(tree.ClassCount, number => number >= tree.ClassCount - 2);
        return
        [
            default,
            new PointFilter { Classes = most },
            new PointFilter { Classes = most, NotExpiredAt = NotExpiredAt },
            new PointFilter { Classes = last },
            new PointFilter { Classes = last, NotExpiredAt = NotExpiredAt },
            new PointFilter { NotExpiredAt = NotExpiredAt },
        ];
    }

    private static void Search(KdTree tree, PointFilter filter)
    {
        foreach (int limit in Limits)
        {
            Span<Neighbor> results = new Neighbor[limit];
            foreach (GeoPoint center in Centers)
            {
                RequireStored(tree, results[..tree.Nearest(center, results, filter)]);
                RequireStored(tree, results[..tree.NearestWithin(center, 100_000, results, filter)]);
                RequireStored(tree, results[..tree.NearestInBox(center, Boxes[1], results, filter)]);
                RequireStored(tree, results[..tree.ExplainNearest(center, results, filter, out _)]);
            }

            foreach (BoundingBox box in Boxes)
            {
                RequireStored(tree, results[..tree.InBox(box, results, filter)]);
                RequireStored(tree, results[..tree.AnyInBox(box, results, filter)]);
            }

            RequireStored(tree, results[..tree.LowestIds(results, filter)]);
        }

        const int BatchLimit = 3;
        var all = new Neighbor[BatchLimit * Centers.Length];
        int[] counts = new int[Centers.Length];
        tree.NearestBatch(Centers, BatchLimit, all, counts, filter, maxThreads: 1);
        for (int i = 0; i < counts.Length; i++)
        {
            RequireStored(tree, all.AsSpan(i * BatchLimit, counts[i]));
        }
    }

    private static void RequireStored(KdTree tree, ReadOnlySpan<Neighbor> results)
    {
        foreach (Neighbor found in results)
        {
            FuzzException.Require(tree.IdAt(found.Row) == found.Id, "A result is not a point of the tree.");
        }
    }

    /// <summary>A tree that verifies answers as a scan over its points does.</summary>
    private static void RequireNearest(KdTree tree, PointFilter filter)
    {
        const int Limit = 20;
        var results = new Neighbor[Limit];
        foreach (GeoPoint center in Centers)
        {
            int count = tree.Nearest(center, results, filter);
            IEnumerable<long> expected = Enumerable.Range(0, tree.Count)
                .Where(row => filter.Classes?.Contains(tree.ClassAt(row)) != false && !(tree.ExpiryAt(row) < filter.NotExpiredAt))
                .OrderBy(row => Haversine.DistanceMeters(center, tree.PointAt(row)))
                .ThenBy(tree.IdAt)
                .Take(Limit)
                .Select(tree.IdAt);
            FuzzException.Require(expected.SequenceEqual(results.Take(count).Select(static found => found.Id)), "A tree that verifies misses a point.");
        }
    }
}

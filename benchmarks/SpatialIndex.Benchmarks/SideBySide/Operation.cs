namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>One query of an operation; returns how many points it wrote into the span.</summary>
internal delegate int RunQuery(KdTree tree, GeoPoint query, Span<Neighbor> results);

/// <summary>An operation that all peers of the harness know by this name.</summary>
internal sealed record Operation(string Name, RunQuery Run)
{
    private const double RadiusMeters = 5_000;
    private const double HalfHeightDegrees = 0.045;
    private const double HalfWidthDegrees = 0.07;
    private const int MaxInRadius = 100;

    /// <summary>The most results of any operation, and of a box.</summary>
    public const int MaxResults = 200;

    public bool IsBox => Name == "bbox";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("knn1", static (tree, query, results) => tree.Nearest(query, results[..1])),
        new("knn10", static (tree, query, results) => tree.Nearest(query, results[..10])),
        new("knn100", static (tree, query, results) => tree.Nearest(query, results[..100])),
        new("knn10_carrier20", OfCarrier20()),
        new("knn10_carrier0_type1_fresh", FreshOfCarrier0AndType1()),
        new("radius5km_sorted", static (tree, query, results) => tree.NearestWithin(query, RadiusMeters, results[..MaxInRadius])),
        new("bbox", static (tree, query, results) => tree.AnyInBox(BoxAround(query), results)),
    ];

    private static RunQuery OfCarrier20()
    {
        var filter = new PointFilter { Classes = ClassSet.Where(Dataset.CarrierCount * Dataset.TypeCount, static number => number / Dataset.TypeCount == 20) };
        return (tree, query, results) => tree.Nearest(query, results[..10], filter);
    }

    private static RunQuery FreshOfCarrier0AndType1()
    {
        var filter = new PointFilter { Classes = ClassSet.Of(Dataset.CarrierCount * Dataset.TypeCount, Dataset.ClassOf(0, 1)), NotExpiredAt = 1 };
        return (tree, query, results) => tree.Nearest(query, results[..10], filter);
    }

    private static BoundingBox BoxAround(GeoPoint query) => BoundingBox.FromCorners(
        new GeoPoint { Latitude = query.Latitude - HalfHeightDegrees, Longitude = Wrap(query.Longitude - HalfWidthDegrees) },
        new GeoPoint { Latitude = query.Latitude + HalfHeightDegrees, Longitude = Wrap(query.Longitude + HalfWidthDegrees) });

    private static double Wrap(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
}

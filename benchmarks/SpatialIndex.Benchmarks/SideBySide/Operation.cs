using SpatialIndex.Benchmarks.Peers;

namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>An operation that all peers of the harness know by this name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The search.</param>
/// <param name="Limit">The most results.</param>
/// <param name="Filter">What the points must satisfy; only asked of nearest points.</param>
internal sealed record Operation(string Name, OperationKind Kind, int Limit, PointFilter Filter = default)
{
    private const int ClassCount = Dataset.CarrierCount * Dataset.TypeCount;
    private const double RadiusMeters = 5_000;
    private const double HalfHeightDegrees = 0.045;
    private const double HalfWidthDegrees = 0.07;

    /// <summary>The most results of any operation, and of a box.</summary>
    public const int MaxResults = 200;

    public bool IsBox => Kind == OperationKind.Box;

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("knn1", OperationKind.Nearest, 1),
        new("knn10", OperationKind.Nearest, 10),
        new("knn100", OperationKind.Nearest, 100),
        new("knn10_carrier20", OperationKind.Nearest, 10, OfCarrier(20)),
        new("knn10_carrier0_type1_fresh", OperationKind.Nearest, 10, FreshOf(carrier: 0, type: 1)),
        new("radius5km_sorted", OperationKind.Radius, 100),
        new("bbox", OperationKind.Box, MaxResults),
    ];

    public static Operation Named(string name) => All.Single(operation => operation.Name == name);

    /// <summary>Asks a peer one query; returns how many points it wrote into the span.</summary>
    public int Run<TPeer>(TPeer peer, GeoPoint query, Span<Neighbor> results)
        where TPeer : IPeer
    {
        return Kind switch
        {
            OperationKind.Nearest => peer.Nearest(query, results[..Limit], Filter),
            OperationKind.Radius => peer.NearestWithin(query, RadiusMeters, results[..Limit]),
            _ => peer.AnyInBox(BoxAround(query), results[..Limit]),
        };
    }

    public static BoundingBox BoxAround(GeoPoint query) => BoundingBox.FromCorners(
        new GeoPoint { Latitude = query.Latitude - HalfHeightDegrees, Longitude = Wrap(query.Longitude - HalfWidthDegrees) },
        new GeoPoint { Latitude = query.Latitude + HalfHeightDegrees, Longitude = Wrap(query.Longitude + HalfWidthDegrees) });

    private static PointFilter OfCarrier(int carrier) =>
        new() { Classes = ClassSet.Where(ClassCount, number => number / Dataset.TypeCount == carrier) };

    private static PointFilter FreshOf(int carrier, int type) =>
        new() { Classes = ClassSet.Of(ClassCount, Dataset.ClassOf(carrier, type)), NotExpiredAt = 1 };

    private static double Wrap(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
}

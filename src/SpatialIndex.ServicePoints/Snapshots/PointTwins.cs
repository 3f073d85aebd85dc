using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// Finds, for points whose feed gives no identifiers, the same shops among the points of other feeds. A point is the twin of no more than
/// one point of each feed, so that two shops at one place stay two.
/// </summary>
internal sealed class PointTwins
{
    private const double NearbyMeters = 100;

    private readonly Dictionary<(string CarrierCode, GeoPoint Position), List<FeedPoint>> _byPosition = [];
    private readonly Dictionary<(string CarrierCode, string Name), List<FeedPoint>> _byName = [];
    private readonly HashSet<(FeedTally TwinFeed, long TwinRecord, FeedTally Feed)> _taken = [];

    /// <summary>Adds a point that others may be twins of.</summary>
    public void Add(FeedPoint point)
    {
        ListAt(_byPosition, (point.Point.Class.CarrierCode, point.Point.Position)).Add(point);
        if (NameOf(point).Length > 0)
        {
            ListAt(_byName, (point.Point.Class.CarrierCode, NameOf(point))).Add(point);
        }
    }

    /// <summary>Takes the first twin of a point that none of its feed has taken; null when there is none.</summary>
    public FeedPoint? Take(FeedPoint point, PlaceLikeness likeness)
    {
        List<FeedPoint>? candidates = likeness == PlaceLikeness.NameNearby
            ? _byName.GetValueOrDefault((point.Point.Class.CarrierCode, NameOf(point)))
            : _byPosition.GetValueOrDefault((point.Point.Class.CarrierCode, point.Point.Position));
        return candidates?.Find(candidate =>
            !ReferenceEquals(candidate.Feed, point.Feed) && AreAlike(candidate, point, likeness) && _taken.Add((candidate.Feed, candidate.Record, point.Feed)));
    }

    private static bool AreAlike(FeedPoint a, FeedPoint b, PlaceLikeness likeness)
    {
        bool isSameKind = a.Point.Class.GeneralShopType == b.Point.Class.GeneralShopType;
        bool maySameKind = isSameKind || a.Point.Class.GeneralShopType is null || b.Point.Class.GeneralShopType is null;
        return likeness switch
        {
            PlaceLikeness.Position => isSameKind,
            PlaceLikeness.NameAndPosition => maySameKind && NameOf(a) == NameOf(b),
            _ => maySameKind && Haversine.DistanceMeters(a.Point.Position, b.Point.Position) <= NearbyMeters,
        };
    }

    private static string NameOf(FeedPoint point) => PointRecordCodec.ReadName(point.Point.Rest.Span).Trim().ToUpperInvariant();

    private static List<FeedPoint> ListAt<TKey>(Dictionary<TKey, List<FeedPoint>> lists, TKey key)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= [];
}

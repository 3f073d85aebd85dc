using System.Runtime.InteropServices;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// Leaves one point for each carrier's identifier and for each id: the one that was refreshed last; then the one of the feed
/// with the lowest hash and name; then the first in its file. A point whose identifier is derived, because its feed gives none, also
/// yields to the same shop in another feed, as far as that can be told. The outcome does not depend on the order of the feeds.
/// </summary>
internal sealed class PointMerger
{
    private readonly Dictionary<(string CarrierCode, string CarrierServicePointId), FeedPoint> _byKey;
    private readonly Dictionary<long, FeedPoint> _byId;
    private readonly List<FeedPoint> _kept;

    private PointMerger(int capacity)
    {
        _byKey = new(capacity);
        _byId = new(capacity);
        _kept = new(capacity);
    }

    /// <summary>The points that stay; the others are reported to their feeds.</summary>
    public static List<FeedPoint> Merge(List<FeedPoint> points)
    {
        Order(points);
        var merger = new PointMerger(points.Count);
        foreach (FeedPoint point in points.Where(static point => !IsDerived(point)))
        {
            if (merger.Claim(point))
            {
                merger.Keep(point);
            }
        }

        if (points.Exists(IsDerived))
        {
            merger.KeepDerived(points.Where(IsDerived));
        }

        return merger._kept;
    }

    /// <summary>Feed after feed in the order of their first points: those that are surely the same as points of other feeds yield first.</summary>
    private void KeepDerived(IEnumerable<FeedPoint> points)
    {
        var twins = new PointTwins();
        _kept.ForEach(twins.Add);
        foreach (IGrouping<FeedTally, FeedPoint> feed in points.GroupBy(static point => point.Feed))
        {
            List<FeedPoint> remaining = [.. feed.Where(Claim)];
            foreach (PlaceLikeness likeness in Enum.GetValues<PlaceLikeness>())
            {
                remaining.RemoveAll(point => Yields(point, twins, likeness));
            }

            remaining.ForEach(Keep);
            remaining.ForEach(twins.Add);
        }
    }

    /// <summary>Whether a point is the first with its identifier and its id.</summary>
    private bool Claim(FeedPoint point)
    {
        (string Code, string) key = (point.Point.Class.CarrierCode, point.CarrierServicePointId);
        if (_byKey.TryGetValue(key, out FeedPoint? same))
        {
            bool isSameFeed = ReferenceEquals(same.Feed, point.Feed);
            Lose(
                point,
                isSameFeed ? FeedProblemKind.Rejected : FeedProblemKind.Superseded,
                "carrier_service_point_id",
                isSameFeed ? "the same point is in another record too" : "the same point is in another feed, at least as new",
                PlaceOf(same));
            return false;
        }

        if (_byId.TryGetValue(point.Point.Id, out FeedPoint? other))
        {
            Lose(
                point,
                FeedProblemKind.Rejected,
                "id",
                "another point has the same id",
                $"{other.Point.Class.CarrierCode} {other.CarrierServicePointId}, {PlaceOf(other)}");
            return false;
        }

        _byKey.Add(key, point);
        _byId.Add(point.Point.Id, point);
        return true;
    }

    private static bool Yields(FeedPoint point, PointTwins twins, PlaceLikeness likeness)
    {
        if (twins.Take(point, likeness) is not { } twin)
        {
            return false;
        }

        string place = likeness == PlaceLikeness.NameNearby ? "of the same name is near by" : "is at the same place";
        Lose(
            point,
            FeedProblemKind.Superseded,
            "carrier_service_point_id",
            $"a point of the carrier {place}, and this one has no identifier of its own",
            PlaceOf(twin));
        return true;
    }

    private void Keep(FeedPoint point)
    {
        point.Feed.CountPoint(point.Point.RefreshedAt);
        _kept.Add(point);
    }

    private static bool IsDerived(FeedPoint point) => DigestSource.IsDerived(point.CarrierServicePointId);

    /// <summary>Puts the points that win first.</summary>
    private static void Order(List<FeedPoint> points)
    {
        // What decides is laid beside each point: feeds come to millions of points, spread all over the memory.
        FeedTally[] feeds = [.. points.Select(static point => point.Feed).Distinct()
            .OrderBy(static feed => feed.ContentHash, StringComparer.Ordinal).ThenBy(static feed => feed.File, StringComparer.Ordinal)];
        Dictionary<FeedTally, int> ranks = feeds.Index().ToDictionary(static feed => feed.Item, static feed => feed.Index);
        var order = new (long NewestFirst, int Feed, long Record)[points.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = (-points[i].Point.RefreshedAt.UtcTicks, ranks[points[i].Feed], points[i].Record);
        }

        order.AsSpan().Sort(CollectionsMarshal.AsSpan(points), static (a, b) =>
            a.NewestFirst != b.NewestFirst ? a.NewestFirst.CompareTo(b.NewestFirst)
            : a.Feed != b.Feed ? a.Feed.CompareTo(b.Feed)
            : a.Record.CompareTo(b.Record));
    }

    private static string PlaceOf(FeedPoint point) => $"{point.Feed.File}, record {point.Record}";

    private static void Lose(FeedPoint point, FeedProblemKind kind, string field, string reason, string other) =>
        point.Feed.Report(new FeedProblem(kind, point.Feed.File, point.Record, point.CarrierServicePointId, field, reason, other));
}

using System.Runtime.InteropServices;
using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// Leaves one point for each carrier's identifier and for each id: the one that was refreshed last; then the one of the feed
/// with the lowest hash and name; then the first in its file. A point whose identifier is derived, because its feed gives none, also
/// yields to a point of the same carrier and kind at the very same place in another feed. The outcome does not depend on the order of
/// the feeds.
/// </summary>
internal static class PointMerger
{
    /// <summary>The points that stay; the others are reported to their feeds.</summary>
    public static List<FeedPoint> Merge(List<FeedPoint> points)
    {
        Order(points);
        var byKey = new Dictionary<(string, string), FeedPoint>(points.Count);
        var byId = new Dictionary<long, FeedPoint>(points.Count);
        var byPlace = new Dictionary<(string, string?, GeoPoint), FeedPoint>();
        var kept = new List<FeedPoint>(points.Count);
        List<FeedPoint> derived = points.FindAll(IsDerived);
        foreach (FeedPoint point in derived.Count == 0 ? points : [.. points.Where(static point => !IsDerived(point)), .. derived])
        {
            (string Code, string) key = (point.Point.Carrier.Code, point.Point.CarrierServicePointId);
            if (byKey.TryGetValue(key, out FeedPoint? same))
            {
                bool isSameFeed = ReferenceEquals(same.Feed, point.Feed);
                Lose(
                    point,
                    isSameFeed ? FeedProblemKind.Rejected : FeedProblemKind.Superseded,
                    "carrier_service_point_id",
                    isSameFeed
                        ? $"the same point of carrier {key.Code} is in record {same.Record} too"
                        : $"the same point of carrier {key.Code} is in {same.Feed.File}, record {same.Record}, at least as new");
            }
            else if (byId.TryGetValue(point.Point.Id, out FeedPoint? other))
            {
                Lose(
                    point,
                    FeedProblemKind.Rejected,
                    "id",
                    $"id {point.Point.Id} is that of carrier {other.Point.Carrier.Code}'s \"{other.Point.CarrierServicePointId}\" in {other.Feed.File}, record {other.Record}, too");
            }
            else if (IsDerived(point) && byPlace.TryGetValue(PlaceOf(point), out FeedPoint? there) && !ReferenceEquals(there.Feed, point.Feed))
            {
                Lose(
                    point,
                    FeedProblemKind.Superseded,
                    "carrier_service_point_id",
                    $"a point of carrier {key.Code} is at the same place in {there.Feed.File}, record {there.Record}, and this one has no identifier of its own");
            }
            else
            {
                if (derived.Count > 0)
                {
                    byPlace.TryAdd(PlaceOf(point), point);
                }

                byKey.Add(key, point);
                byId.Add(point.Point.Id, point);
                point.Feed.CountPoint(point.Point);
                kept.Add(point);
            }
        }

        return kept;
    }

    private static bool IsDerived(FeedPoint point) => DigestSource.IsDerived(point.Point.CarrierServicePointId);

    private static (string CarrierCode, string? GeneralShopType, GeoPoint Position) PlaceOf(FeedPoint point) =>
        (point.Point.Carrier.Code, point.Point.GeneralShopType, point.Point.Position);

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

    private static void Lose(FeedPoint point, FeedProblemKind kind, string field, string reason) =>
        point.Feed.Report(new FeedProblem(kind, point.Feed.File, point.Record, point.Point.CarrierServicePointId, field, reason, null));
}

using System.Globalization;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// What feeds change in a snapshot: they replace the carriers in the countries that they cover. What they do not hold of these any
/// more has vanished and is kept for a while. The snapshot must stay open until the outcome is written.
/// </summary>
internal sealed class SnapshotRevision
{
    private readonly Snapshot _base;
    private readonly IReadOnlySet<CoveredCarrier> _covers;
    private readonly ChangeTally _changes = new();
    private readonly SortedDictionary<string, CountryRevision> _countries = new(StringComparer.Ordinal);

    public SnapshotRevision(Snapshot snapshot, IReadOnlySet<CoveredCarrier> covers)
    {
        _base = snapshot;
        _covers = covers;
        foreach ((string code, _) in snapshot.Header.Countries)
        {
            _countries.Add(code, new CountryRevision(code, snapshot.Country(code)));
        }
    }

    public IReadOnlyList<CarrierChanges> Changes => _changes.Carriers;

    /// <summary>The feeds of the snapshot of which something is left.</summary>
    public IEnumerable<FeedSummary> RemainingFeeds => _base.Header.Feeds.Where(feed => !feed.Covers.All(_covers.Contains));

    /// <summary>
    /// Gives the points that the snapshot knows the ids that they have there, and takes away those whose id is another's there: an id
    /// names a point for ever.
    /// </summary>
    public List<FeedPoint> KeepIds(List<FeedPoint> points)
    {
        var kept = new List<FeedPoint>(points.Count);
        foreach (FeedPoint feedPoint in points)
        {
            PackedPoint point = feedPoint.Point;
            if (_base.TryFindRow(point.Carrier.Code, feedPoint.CarrierServicePointId, out CountrySnapshot? country, out int row, point.CountryCode))
            {
                long id = country.Tree.IdAt(row);
                if (id != point.Id && point.Id != ServicePointId.Derive(point.Carrier.Code, feedPoint.CarrierServicePointId))
                {
                    Report(feedPoint, FeedProblemKind.Warning, "the point is known by another id, which it keeps", string.Create(CultureInfo.InvariantCulture, $"{point.Id}, known by {id}"));
                }

                kept.Add(id == point.Id ? feedPoint : feedPoint with { Point = point with { Id = id } });
            }
            else if (_base.TryFindRow(point.Id, out country, out row))
            {
                ServicePoint other = country.PointAt(row);
                Report(feedPoint, FeedProblemKind.Rejected, "another point has the same id", $"{other.Carrier.Code} {other.CarrierServicePointId}, {_base.Name}");
            }
            else
            {
                kept.Add(feedPoint);
            }
        }

        return kept;
    }

    /// <summary>Puts points that <see cref="KeepIds"/> left, and that were merged since, into their countries.</summary>
    public void Put(IEnumerable<PackedPoint> points)
    {
        foreach (PackedPoint packed in points)
        {
            ServicePoint point = packed.Unpack();
            string code = packed.CountryCode;
            ServicePoint? before = null;
            if (_base.TryFindRow(point.Id, out CountrySnapshot? country, out int row, code))
            {
                before = country.PointAt(row);
                _countries[country.Code].Replace(row, isSame: country.Code == code && IsSame(before, point));
            }

            if (!_countries.TryGetValue(code, out CountryRevision? revision))
            {
                revision = new CountryRevision(code, null);
                _countries.Add(code, revision);
            }

            revision.Add(packed, isNew: before is null);
            _changes.Count(new PointChange(before, point));
        }
    }

    /// <summary>Lets all other points of what the feeds cover vanish, and forgets those that vanished before the given time.</summary>
    /// <exception cref="FeedException">Too many of a carrier's points would vanish.</exception>
    public void Vanish(DateTimeOffset asOf, DateTimeOffset forgetBefore, double maxVanishedPercent)
    {
        var vanished = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (CountryRevision country in _countries.Values)
        {
            foreach (ServicePoint point in country.Vanish(_covers, asOf, forgetBefore))
            {
                vanished[point.Carrier.Code] = vanished.GetValueOrDefault(point.Carrier.Code) + 1;
                _changes.Count(new PointChange(point, null));
            }
        }

        foreach ((string carrier, long count) in vanished)
        {
            long before = _base.Header.Carriers
                .Where(summary => summary.Code == carrier && _covers.Contains(new CoveredCarrier(carrier, summary.CountryCode)))
                .Sum(static summary => summary.Points);
            if (100.0 * count > maxVanishedPercent * before)
            {
                throw new FeedException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{carrier}: {count} of {before} points would vanish, more than {maxVanishedPercent} %, so its feed is refused."));
            }
        }
    }

    /// <summary>Adds the countries: those in which nothing changed as they are.</summary>
    public void AddTo(SnapshotContent content, CarrierCatalogue carriers)
    {
        foreach ((CountryRevision country, CountryContent? changed) in OrderedWork.Run(_countries.Values, country => (country, LayOut(country)), content.MaxThreads))
        {
            if (changed is not null)
            {
                content.AddCountry(changed);
            }
            else if (!country.IsEmpty)
            {
                content.CopyCountry(country.Code, _base);
            }
        }

        CountryContent? LayOut(CountryRevision country) =>
            country.IsEmpty || country.IsUntouched(_base.Carriers, carriers) ? null : content.LayOut(country.Code, [.. country.Points]);
    }

    private static bool IsSame(ServicePoint before, ServicePoint after) =>
        before.RefreshedAt.EqualsExact(after.RefreshedAt)
        && before.VanishedAt is null
        && after.VanishedAt is null
        && new PointChange(before, after).Difference == PointDifference.None;

    private static void Report(FeedPoint point, FeedProblemKind kind, string reason, string? value) =>
        point.Feed.Report(new FeedProblem(kind, point.Feed.File, point.Record, point.CarrierServicePointId, "id", reason, value));
}

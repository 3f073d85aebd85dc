using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Search;

/// <summary>
/// Searches an opened snapshot. Immutable and safe to use from any number of threads; the snapshot is the caller's to dispose.
/// </summary>
public sealed class ServicePointSearch
{
    private readonly Snapshot _snapshot;

    /// <summary>Makes a search over a snapshot.</summary>
    public ServicePointSearch(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _snapshot = snapshot;
    }

    /// <summary>Finds points: nearest first when there is a reference point, else by ascending id.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="now">The instant at which points must not be expired.</param>
    /// <exception cref="ArgumentException">The country code is not assigned, the limit is below 1, the radius negative, or there is a radius without a reference point.</exception>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public IReadOnlyList<SearchHit> Find(SearchRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedSearch search = Prepare(request);
        var neighbors = new Neighbor[Math.Min(request.Limit, search.MaxResults)];
        int count = search.Find(now, neighbors);
        var hits = new SearchHit[count];
        for (int i = 0; i < count; i++)
        {
            hits[i] = search.HitOf(neighbors[i], now);
        }

        return hits;
    }

    /// <summary>The point with an id, expired or not; null when there is none.</summary>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ServicePoint? Find(long id) => _snapshot.Find(id);

    /// <summary>The point of a carrier with the carrier's identifier, expired or not; null when there is none.</summary>
    /// <param name="carrierCode">The code of the carrier that the point names; case-sensitive.</param>
    /// <param name="carrierServicePointId">The identifier; case-sensitive.</param>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ServicePoint? Find(string carrierCode, string carrierServicePointId) => _snapshot.Find(carrierCode, carrierServicePointId);

    /// <summary>
    /// Resolves carriers and compiles filters once, for any number of searches of the same kind; only the reference point can be moved.
    /// </summary>
    /// <exception cref="ArgumentException">The country code is not assigned, the limit is below 1, the radius negative, or there is a radius without a reference point.</exception>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public PreparedSearch Prepare(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1);
        if (request.RadiusMeters is { } radius && !(radius >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(request), radius, "A radius is 0 metres or more.");
        }

        if (request is { RadiusMeters: not null, ReferencePoint: null })
        {
            throw new ArgumentException("A radius needs a reference point.", nameof(request));
        }

        string country = CountryCode.Normalize(request.CountryCode)
            ?? throw new ArgumentException($"\"{request.CountryCode}\" is not a country code.", nameof(request));
        using MappedFileLease lease = _snapshot.Lease();
        var filter = SearchFilter.Compile(_snapshot, country, request.CarrierCodes, request.CarrierShopType, request.GeneralShopTypes);
        return new PreparedSearch(
            _snapshot,
            filter,
            new SearchArea(request.ReferencePoint, request.RadiusMeters ?? double.PositiveInfinity, request.Box),
            request.CarrierServicePointIds is { } ids ? filter.RowsOf(ids) : null);
    }
}

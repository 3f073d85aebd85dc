using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Search;

/// <summary>
/// A search whose carriers are resolved and whose filters are compiled, to be run any number of times; made by
/// <see cref="ServicePointSearch.Prepare"/>. Immutable and safe to share between threads.
/// </summary>
public sealed class PreparedSearch
{
    private readonly Snapshot _snapshot;
    private readonly SearchFilter _filter;
    private readonly SearchArea _area;

    /// <summary>The rows asked for by identifier, each once; null when the search is by area.</summary>
    private readonly int[]? _rows;

    internal PreparedSearch(Snapshot snapshot, SearchFilter filter, in SearchArea area, int[]? rows)
    {
        _snapshot = snapshot;
        _filter = filter;
        _area = area;
        _rows = rows;
    }

    /// <summary>No run finds more points than this.</summary>
    public int MaxResults => _rows?.Length ?? _filter.Country?.Tree.Count ?? 0;

    /// <summary>The country whose rows are found; null when the snapshot has no points there.</summary>
    internal CountrySnapshot? Country => _filter.Country;

    /// <summary>The same search around another point.</summary>
    public PreparedSearch Around(GeoPoint referencePoint) => new(_snapshot, _filter, _area with { ReferencePoint = referencePoint }, _rows);

    /// <summary>
    /// Finds points: nearest first when there is a reference point, else by ascending id. Allocates nothing, except for
    /// identifiers, whose few points are looked up one by one.
    /// </summary>
    /// <param name="now">The instant at which points must not be expired.</param>
    /// <param name="results">Receives at most as many points as it holds; the request's limit does not matter here.</param>
    /// <returns>How many were found; the rest of <paramref name="results"/> is unspecified.</returns>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public int Find(DateTimeOffset now, Span<Neighbor> results)
    {
        using MappedFileLease lease = _snapshot.Lease();
        if (_filter.Country is not { } country || _filter.Classes is { IsEmpty: true })
        {
            return 0;
        }

        if (_rows is not null)
        {
            return FindAmongRows(country.Tree, _rows, results);
        }

        KdTree tree = country.Tree;
        var filter = new PointFilter { Classes = _filter.Classes, NotExpiredAt = now.UtcTicks };
        return (_area.ReferencePoint, _area.Box) switch
        {
            ({ } point, { } box) => KeepWithinRadius(results, tree.NearestInBox(point, box, results, filter)),
            ({ } point, null) => tree.NearestWithin(point, _area.RadiusMeters, results, filter),
            (null, { } box) => tree.InBox(box, results, filter),
            (null, null) => tree.LowestIds(results, filter),
        };
    }

    /// <summary>
    /// What <see cref="Find"/> looks at. It takes longer, and finds the same. Of searches by identifier, and of those without a point and a box,
    /// nothing is counted.
    /// </summary>
    /// <param name="now">The instant at which points must not be expired.</param>
    /// <param name="results">Receives what is found.</param>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public SearchExplanation Explain(DateTimeOffset now, Span<Neighbor> results)
    {
        using MappedFileLease lease = _snapshot.Lease();
        SearchExplanation explanation = default;
        if (_filter.Country is not { Tree: var tree } || _filter.Classes is { IsEmpty: true } || _rows is not null)
        {
            return explanation;
        }

        var filter = new PointFilter { Classes = _filter.Classes, NotExpiredAt = now.UtcTicks };
        _ = (_area.ReferencePoint, _area.Box) switch
        {
            ({ } point, { } box) => tree.ExplainNearestInBox(point, box, results, filter, out explanation),
            ({ } point, null) => tree.ExplainNearestWithin(point, _area.RadiusMeters, results, filter, out explanation),
            (null, { } box) => tree.ExplainInBox(box, results, filter, out explanation),
            (null, null) => 0,
        };
        return explanation;
    }

    /// <summary>Decodes the point of a result.</summary>
    /// <param name="result">A result of this search.</param>
    /// <param name="now">The instant at which expiry is judged.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result is of another search.</exception>
    /// <exception cref="SnapshotException">The record is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public SearchHit HitOf(Neighbor result, DateTimeOffset now)
    {
        using MappedFileLease lease = _snapshot.Lease();
        if (_filter.Country is not { } country || (uint)result.Row >= (uint)country.Tree.Count || country.Tree.IdAt(result.Row) != result.Id)
        {
            throw new ArgumentOutOfRangeException(nameof(result), result, "The result is of another search.");
        }

        return new SearchHit(
            country.PointAt(result.Row),
            double.IsNaN(result.DistanceMeters) ? null : result.DistanceMeters,
            country.IsExpired(result.Row, now));
    }

    /// <summary>Results are in order of distance, so those within the radius come first.</summary>
    private int KeepWithinRadius(Span<Neighbor> results, int count)
    {
        while (count > 0 && results[count - 1].DistanceMeters > _area.RadiusMeters)
        {
            count--;
        }

        return count;
    }

    /// <summary>Points asked for by identifier are few and may be expired: all of them are looked at.</summary>
    private int FindAmongRows(KdTree tree, int[] rows, Span<Neighbor> results)
    {
        var found = new List<Neighbor>(rows.Length);
        foreach (int row in rows)
        {
            GeoPoint position = tree.PointAt(row);
            double distance = _area.ReferencePoint is { } point ? Haversine.DistanceMeters(point, position) : double.NaN;
            bool isMatch = (_filter.Classes?.Contains(tree.ClassAt(row)) ?? true)
                && (_area.Box is not { } box || box.Contains(position))
                && !(distance > _area.RadiusMeters);
            if (isMatch)
            {
                found.Add(new Neighbor(tree.IdAt(row), row, distance));
            }
        }

        found.Sort(static (a, b) => a.DistanceMeters.CompareTo(b.DistanceMeters) is var order and not 0 ? order : a.Id.CompareTo(b.Id));
        int count = Math.Min(found.Count, results.Length);
        for (int i = 0; i < count; i++)
        {
            results[i] = found[i];
        }

        return count;
    }
}

using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Search;

/// <summary>
/// A search whose carriers are resolved and whose filters are compiled, to be run any number of times; made by
/// <see cref="ServicePointSearch.Prepare"/>. Immutable and safe to share between threads.
/// </summary>
public sealed class PreparedSearch
{
    private readonly Snapshot _snapshot;
    private readonly CountrySnapshot? _country;
    private readonly GeoPoint? _referencePoint;
    private readonly double _radiusMeters;
    private readonly BoundingBox? _box;
    private readonly ClassSet? _classes;

    /// <summary>The rows asked for by identifier, each once; null when the search is by area.</summary>
    private readonly int[]? _rows;

    /// <summary>To be called under a lease.</summary>
    internal PreparedSearch(SearchRequest request, Snapshot snapshot)
    {
        string countryCode = CountryCode.Normalize(request.CountryCode)
            ?? throw new ArgumentException($"\"{request.CountryCode}\" is not a country code.", nameof(request));
        CountrySnapshot? country = snapshot.Country(countryCode);
        CarrierCatalogue carriers = snapshot.Carriers;
        _snapshot = snapshot;
        _country = country;
        _referencePoint = request.ReferencePoint;
        _radiusMeters = request.RadiusMeters ?? double.PositiveInfinity;
        _box = request.Box;
        if (country is not null)
        {
            HashSet<string>? codes = request.CarrierCodes?.Select(code => carriers.Resolve(code, countryCode)).ToHashSet(StringComparer.Ordinal);
            _classes = CompileClasses(request, country, codes);
            _rows = request.CarrierServicePointIds is { } ids ? FindRows(country, codes, ids) : null;
        }
    }

    private PreparedSearch(PreparedSearch other, GeoPoint referencePoint)
    {
        _snapshot = other._snapshot;
        _country = other._country;
        _radiusMeters = other._radiusMeters;
        _box = other._box;
        _classes = other._classes;
        _rows = other._rows;
        _referencePoint = referencePoint;
    }

    /// <summary>No run finds more points than this.</summary>
    public int MaxResults => _rows?.Length ?? _country?.Tree.Count ?? 0;

    /// <summary>The same search around another point.</summary>
    public PreparedSearch Around(GeoPoint referencePoint) => new(this, referencePoint);

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
        if (_country is null || _classes is { IsEmpty: true })
        {
            return 0;
        }

        if (_rows is not null)
        {
            return FindAmongRows(_rows, results);
        }

        KdTree tree = _country.Tree;
        var filter = new PointFilter { Classes = _classes, NotExpiredAt = now.UtcTicks };
        return (_referencePoint, _box) switch
        {
            ({ } point, { } box) => KeepWithinRadius(results, tree.NearestInBox(point, box, results, filter)),
            ({ } point, null) => tree.NearestWithin(point, _radiusMeters, results, filter),
            (null, { } box) => tree.InBox(box, results, filter),
            (null, null) => tree.LowestIds(results, filter),
        };
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
        if (_country is null || (uint)result.Row >= (uint)_country.Tree.Count || _country.Tree.IdAt(result.Row) != result.Id)
        {
            throw new ArgumentOutOfRangeException(nameof(result), result, "The result is of another search.");
        }

        return new SearchHit(
            _country.PointAt(result.Row),
            double.IsNaN(result.DistanceMeters) ? null : result.DistanceMeters,
            _country.Tree.ExpiryAt(result.Row) < now.UtcTicks);
    }

    /// <summary>Results are in order of distance, so those within the radius come first.</summary>
    private int KeepWithinRadius(Span<Neighbor> results, int count)
    {
        while (count > 0 && results[count - 1].DistanceMeters > _radiusMeters)
        {
            count--;
        }

        return count;
    }

    /// <summary>Points asked for by identifier are few and may be expired: all of them are looked at.</summary>
    private int FindAmongRows(int[] rows, Span<Neighbor> results)
    {
        KdTree tree = _country!.Tree;
        var found = new List<Neighbor>(rows.Length);
        foreach (int row in rows)
        {
            GeoPoint position = tree.PointAt(row);
            double distance = _referencePoint is { } point ? Haversine.DistanceMeters(point, position) : double.NaN;
            bool isMatch = (_classes is null || _classes.Contains(tree.ClassAt(row)))
                && (_box is not { } box || box.Contains(position))
                && !(distance > _radiusMeters);
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

    private static ClassSet? CompileClasses(SearchRequest request, CountrySnapshot country, HashSet<string>? codes)
    {
        if (codes is null && request.CarrierShopType is null && request.GeneralShopTypes is null)
        {
            return null;
        }

        return ClassSet.Where(country.Tables.Classes.Length, number =>
        {
            PointClass entry = country.Tables.Classes[number];
            return (codes is null || codes.Contains(entry.CarrierCode))
                && (request.CarrierShopType is null || entry.CarrierShopType == request.CarrierShopType)
                && (request.GeneralShopTypes is null || (entry.GeneralShopType is { } type && request.GeneralShopTypes.Contains(type)));
        });
    }

    private static int[] FindRows(CountrySnapshot country, HashSet<string>? codes, IReadOnlyCollection<string> ids)
    {
        IEnumerable<string> carriers = codes ?? country.Tables.Classes.Select(static entry => entry.CarrierCode).Distinct(StringComparer.Ordinal);
        return [.. carriers
            .SelectMany(carrier => ids.Select(id => country.RowOf(carrier, id)))
            .Where(static row => row >= 0)
            .Distinct()];
    }
}

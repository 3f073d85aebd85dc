using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>What becomes of a country of a snapshot: which of its rows stay, and which points come.</summary>
internal sealed class CountryRevision
{
    private readonly CountrySnapshot? _country;
    private readonly bool[] _isGone;
    private readonly List<PackedPoint> _points = [];
    private bool _isTouched;

    /// <summary>Starts with all rows staying.</summary>
    /// <param name="code">The code of the country.</param>
    /// <param name="country">The country; null when the snapshot has no points there.</param>
    public CountryRevision(string code, CountrySnapshot? country)
    {
        Code = code;
        _country = country;
        _isGone = new bool[country?.Tree.Count ?? 0];
        _isTouched = country is null;
    }

    public string Code { get; }

    /// <summary>Takes out a row that a point of a feed stands for.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isSame">Whether that point is the same in every respect.</param>
    public void Replace(int row, bool isSame)
    {
        _isGone[row] = true;
        _isTouched |= !isSame;
    }

    /// <summary>Adds a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="isNew">Whether it replaces no row.</param>
    public void Add(PackedPoint point, bool isNew)
    {
        _points.Add(point);
        _isTouched |= isNew;
    }

    /// <summary>Marks the rows of covered carriers that were not replaced as vanished, and drops those that vanished too long ago.</summary>
    /// <returns>The points that vanished now, as they were.</returns>
    public IReadOnlyList<ServicePoint> Vanish(IReadOnlySet<CoveredCarrier> covers, DateTimeOffset asOf, DateTimeOffset forgetBefore)
    {
        List<ServicePoint> vanished = [];
        if (_country is null)
        {
            return vanished;
        }

        bool[] isCovered = [.. _country.Tables.Classes.Select(entry => covers.Contains(new CoveredCarrier(entry.CarrierCode, Code)))];
        for (int row = 0; row < _isGone.Length; row++)
        {
            bool isOld = _country.Tree.ExpiryAt(row) == Carrier.VanishedTicks;
            if (_isGone[row] || !(isOld || isCovered[_country.Tree.ClassAt(row)]))
            {
                continue;
            }

            ServicePoint point = _country.PointAt(row);
            if (point.VanishedAt is null)
            {
                vanished.Add(point);
                Replace(row, isSame: false);
                _points.AddRange(PointPacker.Pack([point with { VanishedAt = asOf }]));
            }
            else if (point.VanishedAt < forgetBefore)
            {
                Replace(row, isSame: false);
            }
        }

        return vanished;
    }

    /// <summary>Whether all rows are what they were, their expiry included.</summary>
    public bool IsUntouched(CarrierCatalogue before, CarrierCatalogue after) =>
        !_isTouched
        && _country!.Tables.Carriers.All(carrier => before.Find(carrier.Code)?.FreshnessDays == after.Find(carrier.Code)?.FreshnessDays);

    /// <summary>The points in the rows that stay, those of feeds, and those that vanished now.</summary>
    public IEnumerable<PackedPoint> Points =>
        (_country is null ? [] : _country.PackedPoints().Where((_, row) => !_isGone[row])).Concat(_points);

    /// <summary>Whether no points are left.</summary>
    public bool IsEmpty => _points.Count == 0 && Array.TrueForAll(_isGone, static isGone => isGone);
}

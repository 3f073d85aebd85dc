using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Compares two snapshots point by point; points are the same when their ids are.</summary>
public static class SnapshotDiff
{
    /// <summary>Counts what differs. Countries whose sections are the same bytes are not looked into.</summary>
    /// <param name="before">The older snapshot.</param>
    /// <param name="after">The newer snapshot.</param>
    /// <param name="onChange">Called for every point that differs, by country and id, those no longer there last; null to only count.</param>
    /// <returns>The carriers that have points on either side, in order of their codes.</returns>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    /// <exception cref="ObjectDisposedException">A snapshot was disposed.</exception>
    public static IReadOnlyList<CarrierChanges> Compare(Snapshot before, Snapshot after, Action<PointChange>? onChange = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using MappedFileLease leaseBefore = before.Lease();
        using MappedFileLease leaseAfter = after.Lease();
        var tally = new ChangeTally();
        var same = after.Header.Countries.Select(static country => country.Key).Where(code => HaveSameBytes(before, after, code)).ToHashSet();
        foreach (CarrierSummary carrier in after.Header.Carriers.Where(carrier => same.Contains(carrier.CountryCode)))
        {
            tally.CountUnchanged(carrier.Code, carrier.Points);
        }

        foreach (PointChange change in Changes(before, after, same))
        {
            if (tally.Count(change) != PointDifference.None)
            {
                onChange?.Invoke(change);
            }
        }

        return tally.Carriers;
    }

    private static IEnumerable<PointChange> Changes(Snapshot before, Snapshot after, HashSet<string> same)
    {
        foreach (ServicePoint point in PointsOf(after, same))
        {
            yield return new PointChange(Find(before, point), point);
        }

        foreach (ServicePoint point in PointsOf(before, same))
        {
            if (Find(after, point) is null)
            {
                yield return new PointChange(point, null);
            }
        }
    }

    private static IEnumerable<ServicePoint> PointsOf(Snapshot snapshot, HashSet<string> same) => snapshot.Header.Countries
        .Select(static country => country.Key)
        .Where(code => !same.Contains(code))
        .SelectMany(snapshot.PointsOf);

    private static ServicePoint? Find(Snapshot snapshot, ServicePoint point) =>
        snapshot.TryFindRow(point.Id, out CountrySnapshot? country, out int row, point.Address.CountryCode) ? country.PointAt(row) : null;

    private static bool HaveSameBytes(Snapshot before, Snapshot after, string code) => SnapshotFormat.CountrySections
        .Select(section => SnapshotFormat.SectionOf(code, section))
        .All(name => before.HasSection(name) && before.Content(name).Span.SequenceEqual(after.Content(name).Span));
}

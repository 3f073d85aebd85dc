using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

public sealed class SnapshotDiffTests : IDisposable
{
    private readonly TestFolder _old = new();
    private readonly TestFolder _new = new();

    [Fact]
    public void Compare_PointsThatDiffer_AreCountedByCarrierAndKind()
    {
        ServicePoint[] before = [.. Enumerable.Range(0, 8).Select(static i => TestPoints.Simple($"{i}"))];
        ServicePoint[] after =
        [
            before[0] with { RefreshedAt = TestPoints.AsOf.AddDays(1) },
            before[1] with { Position = new GeoPoint { Latitude = 51.41, Longitude = 5.4 } },
            before[2] with { GeneralShopType = null },
            before[3] with { Name = "renamed", CarrierShopType = "locker" },
            before[4] with { OpeningTimes = OpeningTimes.RoundTheClock },
            before[5] with { VanishedAt = TestPoints.AsOf },
            TestPoints.Simple("new", "dpd"),
        ];
        var listed = new List<PointChange>();

        IReadOnlyList<CarrierChanges> changes = Compare(before, after, listed.Add);

        Assert.Equal(["dhl", "dpd"], changes.Select(static carrier => carrier.Code));
        CarrierChanges dhl = changes[0];
        Assert.Equal((0, 3, 1), (dhl.Added, dhl.Removed, dhl.Moved));
        Assert.Equal((2, 2, 1), (dhl.Retyped, dhl.Changed, dhl.Unchanged));
        Assert.Equal(1111.9, dhl.FarthestMoveMeters, 0.1);
        Assert.Equal((1, 0), (changes[1].Added, changes[1].Unchanged));
        Assert.Equal(8, listed.Count);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Compare_AnySnapshots_CountsEveryPointOnce(int seed)
    {
        List<ServicePoint> before = TestPoints.Random(300, seed);
        List<ServicePoint> after = [.. before.Skip(20).Where(static point => point.Address.CountryCode != "FR" || point.Id % 2 == 0)];
        after[0] = after[0] with { Name = "renamed" };

        IReadOnlyList<CarrierChanges> changes = Compare(before, after, null);

        Assert.Equal(before.Count, changes.Sum(static carrier => carrier.Removed + carrier.Changed + carrier.Unchanged));
        Assert.Equal(after.Count, changes.Sum(static carrier => carrier.Added + carrier.Changed + carrier.Unchanged));
    }

    [Fact]
    public void Compare_SameSnapshot_FindsNothing()
    {
        List<ServicePoint> points = TestPoints.Random(100, seed: 23);

        IReadOnlyList<CarrierChanges> changes = Compare(points, points, static _ => Assert.Fail("nothing differs"));

        Assert.Equal(100, changes.Sum(static carrier => carrier.Unchanged));
    }

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    private IReadOnlyList<CarrierChanges> Compare(IEnumerable<ServicePoint> before, IEnumerable<ServicePoint> after, Action<PointChange>? onChange)
    {
        using Snapshot old = TestPoints.BuildSnapshot(_old, before);
        using Snapshot current = TestPoints.BuildSnapshot(_new, after);
        return SnapshotDiff.Compare(old, current, onChange);
    }
}

using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

public class SnapshotTests
{
    [Fact]
    public void Points_AfterBuilding_AreAllThere()
    {
        using var folder = new TestFolder();
        List<ServicePoint> points = TestPoints.Random(2_000, seed: 1);

        using Snapshot snapshot = TestPoints.BuildSnapshot(folder, points);

        TestPoints.AssertEqual(points, snapshot.Points());
    }

    [Fact]
    public void Points_OfAnExportBuiltAgain_AreByteIdentical()
    {
        using var folder = new TestFolder();
        using var second = new TestFolder();
        using Snapshot snapshot = TestPoints.BuildSnapshot(folder, TestPoints.Random(2_000, seed: 2));
        string export = TestPoints.ToNdjson(snapshot.Points());

        using Snapshot again = TestPoints.BuildSnapshot(second, snapshot.Points());

        Assert.Equal(export, TestPoints.ToNdjson(again.Points()));
    }

    [Fact]
    public void Find_ByIdAndByKey_GivesThePoint()
    {
        using var folder = new TestFolder();
        List<ServicePoint> points = TestPoints.Random(1_000, seed: 3);
        using Snapshot snapshot = TestPoints.BuildSnapshot(folder, points);

        Assert.All(points, point =>
        {
            TestPoints.AssertEqual([point], [snapshot.Find(point.Id)!]);
            TestPoints.AssertEqual([point], [snapshot.Find(point.Carrier.Code, point.CarrierServicePointId)!]);
        });
        Assert.Null(snapshot.Find(-1));
        Assert.Null(snapshot.Find(long.MaxValue));
        Assert.Null(snapshot.Find("carrier0", "p1"));
        Assert.Null(snapshot.Find("nobody", "P1"));
    }

    [Fact]
    public void Dispose_WhileUsed_EndsLaterCallsWithAnException()
    {
        using var folder = new TestFolder();
        Snapshot snapshot = TestPoints.BuildSnapshot(folder, [TestPoints.Simple("A")]);

        snapshot.Dispose();

        Assert.Throws<ObjectDisposedException>(() => snapshot.Find(1));
        Assert.Throws<ObjectDisposedException>(snapshot.Verify);
        Assert.Throws<ObjectDisposedException>(() => snapshot.Points().ToList());
    }

    [Fact]
    public void Open_FileReplacedByRename_GoesOnReadingTheOldOne()
    {
        using var folder = new TestFolder();
        using Snapshot old = TestPoints.BuildSnapshot(folder, [TestPoints.Simple("A")]);

        using Snapshot replaced = TestPoints.BuildSnapshot(folder, [TestPoints.Simple("B")]);

        Assert.Equal(("A", "B"), (old.Points().Single().CarrierServicePointId, replaced.Points().Single().CarrierServicePointId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("{\"this\": \"is a JSON file that is longer than a header\"}")]
    public void Open_OtherFile_IsRefused(string content)
    {
        using var folder = new TestFolder();

        var exception = Assert.Throws<SnapshotException>(() => Snapshot.Open(folder.Write("x.snapshot", content)));

        Assert.Contains("x.snapshot", exception.Message, StringComparison.Ordinal);
        Assert.Contains("snapshot", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoFileOrAFolder_IsRefused()
    {
        using var folder = new TestFolder();

        Assert.Contains("no such file", Assert.Throws<SnapshotException>(() => Snapshot.Open(folder["none"])).Message, StringComparison.Ordinal);
        Assert.Contains("directory", Assert.Throws<SnapshotException>(() => Snapshot.Open(folder.Path)).Message, StringComparison.Ordinal);
    }
}

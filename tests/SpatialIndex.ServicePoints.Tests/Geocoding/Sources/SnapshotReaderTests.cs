using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class SnapshotReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Points_AreTheirAddresses()
    {
        string path = Snapshot();

        var source = ReadSource.Of(path);

        GazetteerRecord point = Assert.Single(source.Records);
        Assert.Equal(("snapshot", 1, 1), (source.Summary.Kind, source.Summary.Lines, source.Summary.Records));
        Assert.Equal((GazetteerSourceKind.ServicePoints, "NL", "Eindhoven"), (point.Source, point.CountryCode, point.Locality));
    }

    [Fact]
    public void Read_CountryOfNoPoint_IsRefused() => Assert.Throws<GazetteerException>(() => ReadSource.Of(Snapshot(), "BE"));

    [Fact]
    public void Read_DamagedSnapshot_IsRefused()
    {
        byte[] bytes = File.ReadAllBytes(Snapshot());

        Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("cut.snapshot", bytes[..(bytes.Length / 2)])));
    }

    private string Snapshot()
    {
        TestPoints.BuildSnapshot(_folder, [TestPoints.Simple("A")]).Dispose();
        return _folder["points.snapshot"];
    }
}

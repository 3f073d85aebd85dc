using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The addresses of a snapshot's service points.</summary>
internal sealed class SnapshotReader : ISourceReader
{
    public string Kind => "snapshot";

    public SourceTurn Turn => SourceTurn.ServicePoints;

    public bool Recognizes(SourceHead head) => SnapshotFormat.StartsWithMagic(head.Text);

    public IEnumerable<SourceLine> Read(SourceFile file)
    {
        using var snapshot = Snapshot.Open(file.Path);
        foreach (GazetteerRecord record in ServicePointRecords.Of(snapshot))
        {
            yield return record;
        }
    }
}

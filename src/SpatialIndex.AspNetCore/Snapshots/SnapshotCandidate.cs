using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Snapshots;

/// <summary>A snapshot file that could be served, with its signature, which may arrive later.</summary>
internal readonly record struct SnapshotCandidate(FileStamp File, FileStamp Signature)
{
    public static SnapshotCandidate Of(string path) => new(FileStamp.Of(path), FileStamp.Of(SnapshotSignature.PathOf(path)));
}

namespace SpatialIndex.AspNetCore.Snapshots;

/// <summary>A snapshot that arrived and was not taken.</summary>
/// <param name="Stamp">The file as it was.</param>
/// <param name="At">When it was refused.</param>
/// <param name="Reason">What is wrong with it, in one line.</param>
internal sealed record RefusedSnapshot(FileStamp Stamp, DateTimeOffset At, string Reason);

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Where a section of a snapshot lies.</summary>
/// <param name="Name">Its name, for a country's sections with the country code before.</param>
/// <param name="Offset">The first byte of its content in the file.</param>
/// <param name="Length">The length of its content in bytes.</param>
/// <param name="Checksum">The CRC-32C of its content.</param>
public sealed record SnapshotSection(string Name, long Offset, long Length, uint Checksum);

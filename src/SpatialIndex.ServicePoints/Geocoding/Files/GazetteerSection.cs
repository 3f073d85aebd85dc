namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>Where a column lies.</summary>
internal readonly record struct GazetteerSection(long Offset, long Length, uint Checksum);

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>A line of an NDJSON file that is not blank.</summary>
/// <param name="Number">The number of its record in the file, from 1.</param>
/// <param name="Text">Its bytes without the end of the line; null when they are more than a record may have.</param>
internal readonly record struct NdjsonLine(long Number, ReadOnlyMemory<byte>? Text);

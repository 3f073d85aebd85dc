using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>Where the value of a field comes from. Blank values count as absent.</summary>
internal abstract class FieldSource
{
    /// <summary>The value, or null when the record has none. A value that had to be dropped is reported.</summary>
    /// <param name="record">The record.</param>
    /// <param name="report">Called with the reason and the value dropped.</param>
    public abstract string? Evaluate(FeedRecord record, Action<string, string> report);

    /// <summary>The paths that are read.</summary>
    public abstract IEnumerable<FieldPath> Paths { get; }
}

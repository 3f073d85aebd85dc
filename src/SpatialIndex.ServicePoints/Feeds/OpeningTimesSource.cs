using System.Collections.Immutable;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Where the weekly hours of a record come from, one kind for each way of writing them.</summary>
internal abstract class OpeningTimesSource(FieldPath path)
{
    /// <summary>Where the hours stand in the record.</summary>
    public FieldPath Path { get; } = path;

    /// <summary>The hours, or none when the record has none or they are not understood, which is reported with the original text.</summary>
    public abstract OpeningTimes Read(FeedRecord record, Action<string, string> report);

    /// <summary>Builds a week from ranges that may be absent.</summary>
    protected static OpeningTimes Week(List<TimeRange>[] days) => new([.. days.Select(static day => day.ToImmutableArray())]);
}

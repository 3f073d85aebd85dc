using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>A test on one value of a record.</summary>
internal sealed class RecordCondition
{
    public required FieldSource Value { get; init; }

    /// <summary>Holds when the value is one of these.</summary>
    public FrozenSet<string>? In { get; init; }

    /// <summary>Holds when the value is there and none of these.</summary>
    public FrozenSet<string>? NotIn { get; init; }

    /// <summary>Holds when the expression is found in the value.</summary>
    public Regex? Matches { get; init; }

    /// <summary>Holds when there is no value (true) or one (false).</summary>
    public bool? IsEmpty { get; init; }

    /// <summary>Whether the record meets the condition, and the value that decided.</summary>
    public bool Holds(FeedRecord record, out string? value)
    {
        value = Value.Evaluate(record, static (_, _) => { });
        return (In is null || (value is not null && In.Contains(value)))
            && (NotIn is null || (value is not null && !NotIn.Contains(value)))
            && (Matches is null || (value is not null && Matches.IsMatch(value)))
            && (IsEmpty is null || IsEmpty == value is null);
    }
}

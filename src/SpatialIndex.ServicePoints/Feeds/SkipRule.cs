namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Leaves out the records that meet any of the conditions.</summary>
/// <param name="Conditions">The conditions, one or more.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record SkipRule(IReadOnlyList<RecordCondition> Conditions, string Reason);

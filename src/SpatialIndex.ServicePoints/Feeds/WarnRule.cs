namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Keeps the records that meet any of the conditions, but says that a field is not as good as it looks.</summary>
/// <param name="Conditions">The conditions, one or more.</param>
/// <param name="Field">The field that is meant.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
internal sealed record WarnRule(IReadOnlyList<RecordCondition> Conditions, string Field, string Reason);

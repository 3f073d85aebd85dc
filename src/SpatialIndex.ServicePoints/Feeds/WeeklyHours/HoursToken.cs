namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>A piece of a text of hours.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The minute of a time; the days as a set of bits, Monday the lowest; else 0.</param>
internal readonly record struct HoursToken(HoursTokenKind Kind, int Value = 0);

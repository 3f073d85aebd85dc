namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>The hours of a week; a day on which the point is closed is null.</summary>
public sealed record WeeklyOpeningTimes(
    IReadOnlyList<OpeningTime>? Monday,
    IReadOnlyList<OpeningTime>? Tuesday,
    IReadOnlyList<OpeningTime>? Wednesday,
    IReadOnlyList<OpeningTime>? Thursday,
    IReadOnlyList<OpeningTime>? Friday,
    IReadOnlyList<OpeningTime>? Saturday,
    IReadOnlyList<OpeningTime>? Sunday);

namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>A time of opening.</summary>
/// <param name="StartTime">When it begins, <c>HH:mm</c>.</param>
/// <param name="EndTime">When it ends, <c>HH:mm</c>; at or before the start it is on the next day.</param>
public sealed record OpeningTime(string StartTime, string EndTime);

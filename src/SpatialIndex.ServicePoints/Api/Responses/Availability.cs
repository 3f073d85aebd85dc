namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>Whether a point can be used.</summary>
/// <param name="IsAvailable">Whether it is available, by its carrier's word or by the best estimate.</param>
public sealed record Availability(bool IsAvailable);

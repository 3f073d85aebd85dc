namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>Where an error is.</summary>
/// <param name="Parameter">The name of the query parameter.</param>
public sealed record ErrorSource(string Parameter);

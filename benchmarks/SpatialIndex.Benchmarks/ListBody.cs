using SpatialIndex.ServicePoints.Api.Responses;

namespace SpatialIndex.Benchmarks;

/// <summary>The body of a list as objects.</summary>
internal sealed record ListBody(ServicePointList Data);

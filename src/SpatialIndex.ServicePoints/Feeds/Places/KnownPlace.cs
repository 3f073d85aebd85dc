namespace SpatialIndex.ServicePoints.Feeds.Places;

/// <summary>The known place that is nearest to a position.</summary>
/// <param name="CountryCode">The ISO 3166-1 alpha-2 code of its country.</param>
/// <param name="DistanceMeters">How far away it is.</param>
internal readonly record struct KnownPlace(string CountryCode, double DistanceMeters);

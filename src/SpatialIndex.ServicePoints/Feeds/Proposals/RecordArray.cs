namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>An array of objects in a JSON document.</summary>
/// <param name="Path">The keys that lead to it.</param>
/// <param name="Objects">How many objects it holds.</param>
/// <param name="HasFeatures">Whether the first of them has a geometry, as those of GeoJSON do.</param>
/// <param name="Others">How many more arrays of objects the document has at other keys.</param>
internal sealed record RecordArray(IReadOnlyList<string> Path, long Objects, bool HasFeatures, long Others);

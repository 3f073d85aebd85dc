namespace SpatialIndex;

/// <summary>One point found by a search.</summary>
/// <param name="Id">The id the point was added with.</param>
/// <param name="Row">Its place in the tree, 0 to Count − 1: the index of its columns and of whatever is stored beside them.</param>
/// <param name="DistanceMeters">Haversine distance from the reference point in metres, unrounded; NaN when there is none.</param>
public readonly record struct Neighbor(long Id, int Row, double DistanceMeters);

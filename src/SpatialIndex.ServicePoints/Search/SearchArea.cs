namespace SpatialIndex.ServicePoints.Search;

/// <summary>Where to look.</summary>
/// <param name="ReferencePoint">Where distances are measured from; null for none, then the order is by id.</param>
/// <param name="RadiusMeters">Metres around the reference point, edge included; infinity for any distance.</param>
/// <param name="Box">The box; null for none.</param>
internal readonly record struct SearchArea(GeoPoint? ReferencePoint, double RadiusMeters, BoundingBox? Box);

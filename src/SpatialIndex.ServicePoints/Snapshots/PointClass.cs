namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>What the points of one class have in common: all that a search filters by.</summary>
/// <param name="CarrierCode">The carrier.</param>
/// <param name="CarrierShopType">The carrier's own kind; null when unknown.</param>
/// <param name="GeneralShopType">The general kind; null when unknown.</param>
public sealed record PointClass(string CarrierCode, string? CarrierShopType, string? GeneralShopType);

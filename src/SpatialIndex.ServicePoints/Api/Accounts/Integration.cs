namespace SpatialIndex.ServicePoints.Api.Accounts;

/// <summary>The integration of an account.</summary>
/// <param name="ServicePointsEnabled">Whether it may use service points at all.</param>
/// <param name="CarrierCodes">The carriers that are enabled; those that the catalogue does not know are passed over.</param>
public sealed record Integration(bool ServicePointsEnabled, IReadOnlyCollection<string> CarrierCodes);

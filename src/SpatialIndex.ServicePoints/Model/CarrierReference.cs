namespace SpatialIndex.ServicePoints.Model;

/// <summary>The carrier as a service point names it.</summary>
/// <param name="Code">The code that filters and catalogues use.</param>
/// <param name="Name">The name to show.</param>
/// <param name="LogoUrl">Address of a logo; null when there is none.</param>
/// <param name="IconUrl">Address of an icon; null when there is none.</param>
public sealed record CarrierReference(string Code, string Name, string? LogoUrl, string? IconUrl);

namespace SpatialIndex.Tests;

/// <summary>A radius that a property is tried with.</summary>
public readonly record struct RadiusMeters(double Value);

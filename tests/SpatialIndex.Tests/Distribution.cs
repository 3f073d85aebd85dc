namespace SpatialIndex.Tests;

/// <summary>How the points of a test set lie on the sphere.</summary>
public enum Distribution
{
    Uniform,
    Towns,
    Duplicates,
    Meridian,
    Antimeridian,
    Poles,
    Mixed,
}

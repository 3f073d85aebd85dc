namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>How far a build has come.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Fraction">How much of it is done, 0 to 1.</param>
public readonly record struct BuildProgress(string Step, double Fraction);

namespace SpatialIndex.Cli;

/// <summary>The input was refused or a check failed: exit code 1.</summary>
internal sealed class RefusedException(string message) : Exception(message);

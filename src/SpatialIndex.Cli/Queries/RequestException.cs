namespace SpatialIndex.Cli.Queries;

/// <summary>A request breaks a rule of the contract.</summary>
internal sealed class RequestException(string message) : Exception(message);

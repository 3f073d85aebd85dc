namespace SpatialIndex.AspNetCore;

/// <summary>What a server serves.</summary>
public sealed record ServerOptions
{
    /// <summary>The snapshot file, or a folder whose newest sound <c>*.snapshot</c> is served.</summary>
    public required string SnapshotPath { get; init; }

    /// <summary>The file of API keys; null to ask for no credentials.</summary>
    public string? KeysPath { get; init; }

    /// <summary>A public key as PEM: only snapshots with a signature of it are served; null to serve any that is sound.</summary>
    public string? TrustedKeyPath { get; init; }

    /// <summary>How long the answer of a live availability check is awaited. Default 2 seconds.</summary>
    public TimeSpan AvailabilityTimeout { get; init; } = TimeSpan.FromSeconds(2);
}

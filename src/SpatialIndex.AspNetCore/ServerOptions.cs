using SpatialIndex.ServicePoints.Api;

namespace SpatialIndex.AspNetCore;

/// <summary>What a server serves.</summary>
public sealed record ServerOptions
{
    /// <summary>How many connections are open at a time where nothing is said.</summary>
    public const int DefaultMaxConnections = 1_024;

    /// <summary>The snapshot file, or a folder whose newest sound <c>*.snapshot</c> is served.</summary>
    public required string SnapshotPath { get; init; }

    /// <summary>The file of API keys; null to ask for no credentials.</summary>
    public string? KeysPath { get; init; }

    /// <summary>A public key as PEM: only snapshots with a signature of it are served; null to serve any that is sound.</summary>
    public string? TrustedKeyPath { get; init; }

    /// <summary>A gazetteer file that addresses are looked up in; null to use the addresses of the snapshot's own points.</summary>
    public string? GazetteerPath { get; init; }

    /// <summary>How many requests an account may send in a minute, 1 or more; null for any number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? RequestsPerMinute
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(RequestsPerMinute), value, "The requests of a minute are 1 or more.");
    }

    /// <summary>How many connections are open at a time, 1 or more. Default 1,024.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxConnections
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(MaxConnections), value, "The connections are 1 or more.");
    } = DefaultMaxConnections;

    /// <summary>How long the answer of a live availability check is awaited. More than zero, at most a minute; default 2 seconds.</summary>
    public TimeSpan AvailabilityTimeout { get; init; } = ServicePointsEngineOptions.DefaultAvailabilityTimeout;
}

namespace SpatialIndex.ServicePoints.Api;

/// <summary>How service points are added to a host. Checked when the host starts.</summary>
public sealed class ServicePointsOptions
{
    /// <summary>The snapshot file. Required.</summary>
    public string SnapshotPath { get; set; } = "";

    /// <summary>How long the answer of a live availability check is awaited. More than zero, at most a minute; default 2 seconds.</summary>
    public TimeSpan AvailabilityTimeout { get; set; } = ServicePointsEngineOptions.DefaultAvailabilityTimeout;
}

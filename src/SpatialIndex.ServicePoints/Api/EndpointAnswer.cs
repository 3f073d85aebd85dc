namespace SpatialIndex.ServicePoints.Api;

/// <summary>What an answer says besides its body.</summary>
/// <param name="Status">The status of HTTP.</param>
public readonly record struct EndpointAnswer(int Status)
{
    /// <summary>The value of the header <c>Allow</c>; null unless the status is 405.</summary>
    public string? Allow { get; init; }

    /// <summary>The value of the header <c>Retry-After</c>; null unless the status is 429.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The values of the header <c>WWW-Authenticate</c>; null unless the status is 401.</summary>
    public IReadOnlyList<string>? Challenges { get; init; }
}

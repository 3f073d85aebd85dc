namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>What a snapshot keeps of a feed it was built from. Records = points + skipped + superseded + rejected.</summary>
public sealed record FeedSummary
{
    /// <summary>The name of the file, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The profile it was read with.</summary>
    public required string Profile { get; init; }

    /// <summary>The SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Records in the file.</summary>
    public required long Records { get; init; }

    /// <summary>Records that became points.</summary>
    public required long Points { get; init; }

    /// <summary>Records left out because the profile says so.</summary>
    public required long Skipped { get; init; }

    /// <summary>Records left out because another feed held the same point, newer.</summary>
    public required long Superseded { get; init; }

    /// <summary>Records left out because they were wrong.</summary>
    public required long Rejected { get; init; }

    /// <summary>Fields that were dropped or guessed in records that became points.</summary>
    public required long Warnings { get; init; }

    /// <summary>Records whose hours were understood. Counted by a build; a snapshot does not keep it, so that it is 0 in its header.</summary>
    public long HoursUnderstood { get; init; }

    /// <summary>Records whose hours were given and not understood, so that they are unknown. Counted by a build like those understood.</summary>
    public long HoursNotUnderstood { get; init; }

    /// <summary>The oldest time of refreshing among its points; null without points.</summary>
    public required DateTimeOffset? OldestRefreshedAt { get; init; }

    /// <summary>The newest time of refreshing among its points; null without points.</summary>
    public required DateTimeOffset? NewestRefreshedAt { get; init; }

    /// <summary>The carriers and countries that it holds points of, in ordinal order.</summary>
    public required IReadOnlyList<CoveredCarrier> Covers { get; init; }
}

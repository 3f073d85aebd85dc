using System.Collections.Immutable;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>A carrier of the catalogue: how it is shown, how long its points are trusted and what it stands for.</summary>
public sealed record Carrier
{
    /// <summary>Days after which a point that was not refreshed counts as expired, when nothing else is said.</summary>
    public const int DefaultFreshnessDays = 30;

    /// <summary>The most days of freshness that can be given.</summary>
    public const int MaxFreshnessDays = 36_500;

    /// <summary>The expiry of a point that has vanished: before any time that can be asked about.</summary>
    internal const long VanishedTicks = 0;

    /// <summary>The code, case-sensitive.</summary>
    public required string Code { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Address of a logo; null when there is none.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Address of an icon; null when there is none.</summary>
    public string? IconUrl { get; init; }

    /// <summary>Days (of 24 hours) for which a point is trusted after it was refreshed, 0 to <see cref="MaxFreshnessDays"/>. Default <see cref="DefaultFreshnessDays"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
    public int FreshnessDays
    {
        get;
        init => field = value is >= 0 and <= MaxFreshnessDays
            ? value
            : throw new ArgumentOutOfRangeException(nameof(FreshnessDays), value, $"The days of freshness are 0 to {MaxFreshnessDays}.");
    } = DefaultFreshnessDays;

    /// <summary>The code of the carrier that replaces this one; null when it is current.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Country code to the code of the carrier whose points are used there instead.</summary>
    public ImmutableSortedDictionary<string, string> Networks { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The last instant at which a point that was refreshed then is fresh.</summary>
    public DateTimeOffset ExpiryOf(DateTimeOffset refreshedAt) =>
        refreshedAt > DateTimeOffset.MaxValue.AddDays(-FreshnessDays) ? DateTimeOffset.MaxValue : refreshedAt.AddDays(FreshnessDays);

    /// <summary>The last tick at which a point counts as fresh: for one that has vanished, none.</summary>
    internal long ExpiryTicksOf(DateTimeOffset refreshedAt, DateTimeOffset? vanishedAt) =>
        vanishedAt is null ? ExpiryOf(refreshedAt).UtcTicks : VanishedTicks;

    /// <summary>The carrier as its points name it.</summary>
    public CarrierReference Reference => new(Code, Name, LogoUrl, IconUrl);
}

using System.Collections.Immutable;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>The hours of one date, which replace those of its weekday.</summary>
/// <param name="Date">The date, local to the point.</param>
/// <param name="Ranges">The hours; empty when closed.</param>
public sealed record DatedHours(DateOnly Date, ImmutableArray<TimeRange> Ranges)
{
    /// <summary>The hours; empty when closed.</summary>
    public ImmutableArray<TimeRange> Ranges { get; init => field = value.IsDefault ? [] : value; } = Ranges.IsDefault ? [] : Ranges;

    /// <inheritdoc/>
    public bool Equals(DatedHours? other) =>
        other is not null && Date == other.Date && Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Date, Ranges.Length);
}

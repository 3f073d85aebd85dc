namespace SpatialIndex.ServicePoints.Hours;

/// <summary>An instant at which the clocks of a zone are changed. All in ticks.</summary>
/// <param name="Utc">The instant.</param>
/// <param name="Before">The offset from UTC up to it.</param>
/// <param name="After">The offset from UTC from it on.</param>
internal readonly record struct OffsetChange(long Utc, long Before, long After)
{
    /// <summary>
    /// The local time from which on the new offset counts. Below it the old one does: that makes the first of two repeated times,
    /// and moves a skipped time forward by the gap.
    /// </summary>
    public long LocalFrom => Utc + Math.Max(Before, After);
}

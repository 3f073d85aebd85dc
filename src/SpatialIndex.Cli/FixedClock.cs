namespace SpatialIndex.Cli;

/// <summary>A clock that stands still, for replaying.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}

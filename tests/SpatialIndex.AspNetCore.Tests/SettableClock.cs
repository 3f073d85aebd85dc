namespace SpatialIndex.AspNetCore.Tests;

/// <summary>A clock that goes on when it is told to.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

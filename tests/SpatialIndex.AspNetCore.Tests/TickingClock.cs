namespace SpatialIndex.AspNetCore.Tests;

/// <summary>A clock of one timer, which ticks when it is told to.</summary>
internal sealed class TickingClock : TimeProvider
{
    private readonly TaskCompletionSource<Action> _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timer.SetResult(() => callback(state));
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the timer tick, once there is one.</summary>
    public async Task TickAsync() => (await _timer.Task.WaitAsync(TimeSpan.FromMinutes(1)))();
}

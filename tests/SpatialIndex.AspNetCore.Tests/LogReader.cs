using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>A log that is read as it is written.</summary>
internal sealed class LogReader<T> : ILogger<T>
{
    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Writer.TryWrite(formatter(state, exception));

    /// <summary>The next message; waits until it is written.</summary>
    public Task<string> ReadAsync() => _messages.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
}

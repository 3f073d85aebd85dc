using System.Text;

namespace SpatialIndex.Cli;

/// <summary>What the commands see of the world: streams, a clock and variables.</summary>
/// <param name="Output">Standard output, for results.</param>
/// <param name="Error">Standard error, for everything else.</param>
/// <param name="Clock">The clock, where no --now is given.</param>
internal sealed record CliEnvironment(Stream Output, TextWriter Error, TimeProvider Clock) : IDisposable
{
    /// <summary>The value of an environment variable; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>Whether somebody watches standard error, so that progress is worth showing.</summary>
    public bool IsWatched { get; init; }

    public static CliEnvironment OfProcess()
    {
        // The log of the server goes through the same writer, so that no line of one lies inside a line of the other.
        Console.SetError(new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
        return new CliEnvironment(new BufferedStream(Console.OpenStandardOutput(), 1 << 16), Console.Error, TimeProvider.System)
        {
            Variable = Environment.GetEnvironmentVariable,
            IsWatched = !Console.IsErrorRedirected,
        };
    }

    /// <summary>The clock of a command: one that stands still at <paramref name="now"/> where that is given.</summary>
    public TimeProvider ClockAt(DateTimeOffset? now) => now is { } instant ? new FixedClock(instant) : Clock;

    /// <summary>Writes a line to standard output.</summary>
    public void WriteLine(string text = "") => Output.Write(Encoding.UTF8.GetBytes(text + "\n"));

    /// <summary>Writes a line to standard error; if nobody listens there, that is no reason to fail.</summary>
    public void Complain(string message)
    {
        try
        {
            Error.WriteLine(message);
        }
        catch (IOException)
        {
        }
    }

    public void Dispose()
    {
        try
        {
            Output.Dispose();
        }
        catch (IOException)
        {
            // What could not be written was reported when it was flushed.
        }
    }
}

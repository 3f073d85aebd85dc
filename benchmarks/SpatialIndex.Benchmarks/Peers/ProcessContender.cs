using System.Diagnostics;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>A peer in a process of its own, which reads the set from its files and is asked by <see cref="PeerProtocol"/>.</summary>
internal sealed class ProcessContender : IContender
{
    private readonly Process _process;

    /// <param name="start">The program and its arguments, the last of which is the path of the set.</param>
    /// <param name="name">What to call it; null for what it calls itself.</param>
    public ProcessContender(ProcessStartInfo start, string? name = null)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} does not start.");
        (string ownName, BuildMilliseconds, Bytes) = PeerProtocol.ReadGreeting(ReadLine());
        Name = name ?? ownName;
    }

    public string Name { get; }

    public double BuildMilliseconds { get; }

    public double Bytes { get; }

    /// <summary>A peer by its command line, whose parts are separated by spaces.</summary>
    public static ProcessContender Start(string command, string datasetPath)
    {
        string[] parts = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ProcessContender(new ProcessStartInfo(parts[0], [.. parts[1..], datasetPath]));
    }

    public double Time(Operation operation, int queryCount) => Ask(PeerProtocol.Time, operation, queryCount);

    public double Checksum(Operation operation, int queryCount) => Ask(PeerProtocol.Check, operation, queryCount);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double Ask(string verb, Operation operation, int queryCount)
    {
        _process.StandardInput.WriteLine(PeerProtocol.Request(verb, operation, queryCount));
        _process.StandardInput.Flush();
        return PeerProtocol.ReadNumber(ReadLine());
    }

    private string ReadLine() =>
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended before it answered.");
}

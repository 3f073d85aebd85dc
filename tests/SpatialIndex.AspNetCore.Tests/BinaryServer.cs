using System.Diagnostics;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>A process of the tool that serves on a free port of this machine, and a client of it.</summary>
internal sealed class BinaryServer : IDisposable
{
    private const string Serving = "Serving on ";
    private readonly Process _process;

    private BinaryServer(Process process, string address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public static BinaryServer Start(string binary, params string[] options) =>
        Start(new ProcessStartInfo(binary, ["serve", "--urls", "http://127.0.0.1:0", .. options]));

    /// <param name="start">How <c>serve</c> is called.</param>
    public static BinaryServer Start(ProcessStartInfo start)
    {
        start.RedirectStandardError = true;
        Process process = Process.Start(start)!;
        var said = new List<string>();
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(Serving, StringComparison.Ordinal))
            {
                // What it says from now on is read, so that it never waits for somebody to do so.
                _ = Task.Run(process.StandardError.ReadToEnd);
                return new BinaryServer(process, line[Serving.Length..]);
            }

            said.Add(line);
        }

        throw new InvalidOperationException($"{start.FileName} did not start: {string.Join('\n', said)}");
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}

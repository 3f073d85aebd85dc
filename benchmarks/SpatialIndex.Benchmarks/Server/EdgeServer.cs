using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SpatialIndex.Benchmarks.Server;

/// <summary>The tool's <c>serve</c> in a process of its own, on processor 0, until this is disposed.</summary>
internal sealed class EdgeServer : IDisposable
{
    private const string ResidentMemory = "VmRSS:";

    private readonly Process _process;
    private readonly string _address;

    public EdgeServer(string binary, string snapshot)
    {
        _address = $"http://127.0.0.1:{FreePort()}";
        _process = Process.Start(Pinned.Start(0, binary, "serve", "--snapshot", snapshot, "--urls", _address))!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Asks until there is an answer; returns the address that was asked.</summary>
    public async Task<string> WaitForAnswerAsync(HttpClient client, string list)
    {
        while (!_process.HasExited)
        {
            try
            {
                await client.GetByteArrayAsync(_address + list);
                return _address + list;
            }
            catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // It does not listen yet.
                await Task.Delay(1);
            }
        }

        throw new InvalidOperationException($"The server ended with {_process.ExitCode}.");
    }

    /// <summary>The memory of the process that is not swapped out, in MB; null where <c>/proc</c> does not say.</summary>
    public double? ResidentMegabytes()
    {
        string status = $"/proc/{_process.Id}/status";
        string? line = File.Exists(status) ? File.ReadLines(status).First(static line => line.StartsWith(ResidentMemory, StringComparison.Ordinal)) : null;
        return line is null ? null : double.Parse(line[ResidentMemory.Length..^" kB".Length], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialIndex.Benchmarks.Server;

/// <summary><c>wrk</c> on processor 1: asks one address over and over, on sixteen connections.</summary>
internal static partial class LoadGenerator
{
    private const string Program = "/usr/bin/wrk";

    public static bool IsThere => File.Exists(Program);

    /// <summary>Requests that were answered, all in all and in a second.</summary>
    public static (int Requests, double PerSecond) Run(string address, int seconds)
    {
        using Process process = Process.Start(Pinned.Start(1, Program, "-t1", "-c16", $"-d{seconds}s", address))!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(output);
        }

        return (
            int.Parse(Requests().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            double.Parse(Rate().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec: *([\d.]+)")]
    private static partial Regex Rate();
}

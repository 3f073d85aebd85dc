using System.Globalization;
using SpatialIndex.Cli;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>Runs the tool in this process.</summary>
internal static class ToolRun
{
    /// <exception cref="FuzzException">The tool ends with what it did not expect.</exception>
    public static void Of(params string[] args)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        using var environment = new CliEnvironment(new MemoryStream(), error, new ServicePoints.Tests.FixedClock(TestPoints.AsOf));
        int code = CommandLine.Run(args, environment);
        FuzzException.Require(
            code is 0 or CommandLine.Refused or CommandLine.WrongUsage && !error.ToString().Contains("unexpected", StringComparison.Ordinal), error.ToString());
    }
}

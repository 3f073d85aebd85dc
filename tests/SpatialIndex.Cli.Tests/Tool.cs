using System.Globalization;
using System.Text;

namespace SpatialIndex.Cli.Tests;

/// <summary>Runs the tool in the process of the test and keeps what it wrote.</summary>
internal sealed record Tool(int Code, string Output, string Error)
{
    public static Tool Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        int code;
        using (var environment = new CliEnvironment(output, error, new FixedClock()))
        {
            code = CommandLine.Run(args, environment);
        }

        return new Tool(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 11, 11, 0, 0, TimeSpan.Zero);
    }
}

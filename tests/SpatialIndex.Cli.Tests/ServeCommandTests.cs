using System.Diagnostics;
using System.Text.Json;
using SpatialIndex.AspNetCore.Tests;

namespace SpatialIndex.Cli.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TestFolder _temporary = new();

    /// <summary>The sample has no dates of its own: it is as of the clock, so that its points are fresh.</summary>
    [Fact]
    public async Task Serve_SampleAtAnotherTime_FindsItsPoints()
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "SpatialIndex.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [tool, "serve", "--urls", "http://127.0.0.1:0", "--now", "2041-06-05T12:00:00Z"])
        {
            WorkingDirectory = Repository.File("."),

            // A server that is killed leaves its sample behind.
            Environment = { ["TMPDIR"] = _temporary.Path, ["TMP"] = _temporary.Path },
        };
        using var server = BinaryServer.Start(start);

        using JsonDocument body = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v3/service-points?country_code=FR&carrier_code=laposte&limit=3"));

        Assert.Equal(3, body.RootElement.GetProperty("data").GetProperty("results").GetArrayLength());
    }

    public void Dispose() => _temporary.Dispose();
}

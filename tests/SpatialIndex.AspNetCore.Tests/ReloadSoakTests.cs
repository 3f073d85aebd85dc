using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpatialIndex.AspNetCore.Snapshots;
using Xunit.Abstractions;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>Many reloads under load: as many as the variable <c>SPATIALINDEX_RELOADS</c> says.</summary>
public sealed class ReloadSoakTests(ITestOutputHelper output) : IDisposable
{
    private const string List = "/api/v3/service-points?country_code=NL&carrier_code=dhl&latitude=51.4&longitude=5.4";
    private const int ClientCount = 8;

    private readonly TestFolder _folder = new();

    [SkippableFact]
    public async Task Reload_VeryOften_FailsNoRequestAndKeepsItsMemory()
    {
        bool isAsked = int.TryParse(Environment.GetEnvironmentVariable("SPATIALINDEX_RELOADS"), CultureInfo.InvariantCulture, out int reloads);
        Skip.IfNot(isAsked, "SPATIALINDEX_RELOADS names no number.");
        string served = _folder["points.snapshot"];
        foreach (string name in (string[])["A", "B"])
        {
            TestPoints.BuildSnapshot(_folder, [TestPoints.Simple(name)]).Dispose();
            File.Copy(served, _folder[name]);
        }

        // Who runs the tests keeps what is logged.
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { SnapshotPath = served },
            new SettableClock(TestPoints.AsOf),
            static services => services.Configure<LoggerFilterOptions>(static logging => logging.MinLevel = LogLevel.Warning));
        SnapshotSource source = server.Services.GetRequiredService<SnapshotSource>();
        string second = await server.Client.GetStringAsync(List);
        Take("A", 0);
        source.Reload();
        string first = await server.Client.GetStringAsync(List);
        Assert.NotEqual(first, second);
        using var ended = new CancellationTokenSource();
        Task<long>[] clients = [.. Enumerable.Range(0, ClientCount).Select(_ => Task.Run(() => AskAsync(server.Client, [first, second], ended.Token)))];

        // Half of the reloads pass while methods are still being compiled. On a thread of their own: the others are the clients'.
        long[] memory = new long[reloads];
        await Task.Factory.StartNew(
            () =>
            {
                for (int i = 0; i < 2 * reloads; i++)
                {
                    Take(i % 2 == 0 ? "B" : "A", i + 1);
                    source.Reload();
                    memory[i % reloads] = Environment.WorkingSet;
                }
            },
            TaskCreationOptions.LongRunning);

        await ended.CancelAsync();
        long answers = (await Task.WhenAll(clients)).Sum();
        double[] quarters = [.. memory.Chunk((reloads + 3) / 4).Select(static quarter => quarter.Average())];
        Assert.InRange(answers, reloads / 10, long.MaxValue);
        output.WriteLine($"{2 * reloads} reloads, {answers} answers; working set by quarter, MB: {string.Join(", ", quarters.Select(static bytes => (bytes / 1e6).ToString("n1", CultureInfo.InvariantCulture)))}");
        Assert.InRange(quarters[3] / quarters[1], 0, 1.05);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<long> AskAsync(HttpClient client, string[] bodies, CancellationToken ended)
    {
        long count = 0;
        for (; !ended.IsCancellationRequested; count++)
        {
            string body = await client.GetStringAsync(List, CancellationToken.None);
            Assert.Contains(body, bodies);
        }

        return count;
    }

    private void Take(string name, int turn)
    {
        File.Copy(_folder[name], _folder["next.tmp"], overwrite: true);
        File.SetLastWriteTimeUtc(_folder["next.tmp"], DateTime.UnixEpoch.AddSeconds(turn));
        File.Move(_folder["next.tmp"], _folder["points.snapshot"], overwrite: true);
    }
}

using System.Diagnostics;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.Server;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>What the edge server costs: cold start, memory, and throughput beside an endpoint that only sends as many bytes.</summary>
internal sealed class ServerSection : ISection
{
    private const string List = "/api/v3/service-points?country_code=FR&carrier_code=laposte&latitude=45.7640&longitude=4.8357&limit=20";
    private const int Starts = 5;
    private const int Rounds = 5;
    private const int Seconds = 4;

    public string Name => "server";

    public string Title => "The edge server";

    public string About =>
        "`spatialindex serve`, compiled ahead of time, on the sample of La Poste, asked for 20 points near Lyon: until its first answer, and what it "
        + "keeps in memory after `wrk` has asked for a while. Then the server by the JIT beside an endpoint of bare Kestrel that sends as many bytes. The "
        + "server has one processor, `wrk` the other.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spatialindex-server-");
        try
        {
            string snapshot = Path.Combine(folder.FullName, "laposte.snapshot");
            SampleSnapshot.Build(snapshot, DateTimeOffset.UtcNow);
            if (options.BinaryPath is { } binary)
            {
                AddColdStart(options, result, binary, snapshot).GetAwaiter().GetResult();
            }
            else
            {
                result.Note("Not measured: the server compiled ahead of time, which was not given.");
            }

            if (LoadGenerator.IsThere)
            {
                AddThroughput(options, result, snapshot);
            }
            else
            {
                result.Note("Not measured: throughput, for want of `wrk`.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AddColdStart(ReportOptions options, SectionResult result, string binary, string snapshot)
    {
        using var client = new HttpClient();
        var starts = new List<double>();
        double? memory = null;
        (int Requests, double? Megabytes)? loaded = null;
        for (int i = 1; i <= options.Rounds(Starts); i++)
        {
            long start = Stopwatch.GetTimestamp();
            using var server = new EdgeServer(binary, snapshot);
            string address = await server.WaitForAnswerAsync(client, List);
            starts.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            memory = server.ResidentMegabytes();
            if (i == options.Rounds(Starts) && LoadGenerator.IsThere)
            {
                loaded = (LoadGenerator.Run(address, options.IsQuick ? 1 : Seconds * Rounds).Requests, server.ResidentMegabytes());
            }
        }

        ReportTable table = result.Add(new ReportTable { Title = "The binary", Heading = "what", Columns = ["figure"] });
        table.Add("ms until the first answer, median", starts.Order().ElementAt(starts.Count / 2));
        table.Add("ms until the first answer, longest", starts.Max());
        table.Add("MB of memory after it", memory);
        if (loaded is (int requests, var megabytes))
        {
            table.Add(FormattableString.Invariant($"MB of memory after {requests:n0} requests"), megabytes);
        }
    }

    private static void AddThroughput(ReportOptions options, SectionResult result, string snapshot)
    {
        ProcessStartInfo own = OwnProgram.Start("throughput-server", snapshot, List);
        using Process server = Process.Start(Pinned.Start(0, [own.FileName, .. own.ArgumentList]))!;
        try
        {
            string[] addresses = server.StandardOutput.ReadLine()!.Split(' ');
            int seconds = options.IsQuick ? 1 : Seconds;
            LoadGenerator.Run(addresses[1], seconds);
            ReportTable table = result.Add(new ReportTable { Title = "Requests a second", Heading = "round", Columns = ["bare Kestrel", "the list", "ratio"] });
            var ratios = new List<double>();
            for (int round = 1; round <= options.Rounds(Rounds); round++)
            {
                double bare = LoadGenerator.Run(addresses[0], seconds).PerSecond;
                double list = LoadGenerator.Run(addresses[1], seconds).PerSecond;
                ratios.Add(list / bare);
                table.Add($"{round}", bare, list, list / bare);
            }

            table.Add("median", null, null, ratios.Order().ElementAt(ratios.Count / 2));
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }
}

using System.Diagnostics;
using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>What the tool costs from its start to its end, and a process until its first answer.</summary>
internal sealed class StartupSection : ISection
{
    private const int Rounds = 7;

    private static readonly string[] Query =
    [
        "--country-code", "FR", "--carrier-code", "laposte", "--latitude", "45.7640", "--longitude", "4.8357", "--limit", "20", "--now", "2026-01-02T00:00:00Z",
    ];

    public string Name => "startup";

    public string Title => "Build and first answer";

    public string About =>
        "La Poste, 17,212 records. A command is timed from its start to its end, compiled ahead of time and by the JIT, as `dotnet run` does; the first "
        + "answer of a process, compilation included, and that of another opening in the same process, from before the opening to the hits.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        (string Name, string[] Command)[] tools =
        [
            .. options.BinaryPath is { } binary ? [("ahead of time", (string[])[binary])] : Array.Empty<(string, string[])>(),
            .. options.ToolPath is { } tool ? [("by the JIT", (string[])["dotnet", tool])] : Array.Empty<(string, string[])>(),
        ];
        if (options.BinaryPath is null)
        {
            result.Note("Not measured: the tool compiled ahead of time, which was not given.");
        }

        if (tools.Length == 0)
        {
            return;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("spatialindex-startup-");
        try
        {
            string snapshot = Path.Combine(folder.FullName, "laposte.snapshot");
            AddCommands(options, result, tools, snapshot);
            AddFirstAnswer(options, result, snapshot);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AddCommands(ReportOptions options, SectionResult result, (string Name, string[] Command)[] tools, string snapshot)
    {
        string data = Path.Combine(OwnProgram.RepositoryRoot, "data");
        string[] build =
        [
            "build", "-o", snapshot, "--as-of", "2026-01-01T00:00:00Z",
            "--carriers", Path.Combine(data, "carriers.json"), Path.Combine(data, "laposte_fr_poincont2.csv.gz"),
        ];
        ReportTable table = result.Add(new ReportTable
        {
            Title = "Whole commands, ms",
            Heading = "command, compiled",
            Columns = ["on the clock, median", "processor time, mean"],
        });
        foreach ((string name, string[] arguments) in ((string, string[])[])[("build", build), ("query", ["query", "--snapshot", snapshot, .. Query])])
        {
            CommandTimer[] timers = [.. tools.Select(tool => new CommandTimer([.. tool.Command, .. arguments]))];
            for (int round = 0; round < options.Rounds(Rounds); round++)
            {
                Array.ForEach(timers, static timer => timer.Run());
            }

            for (int i = 0; i < tools.Length; i++)
            {
                table.Add($"{name}, {tools[i].Name}", timers[i].MedianMilliseconds, timers[i].MeanProcessorMilliseconds);
            }
        }

        result.Note(FormattableString.Invariant($"The snapshot has {new FileInfo(snapshot).Length / 1e6:n1} MB{BinarySize(options)}."));
    }

    private static void AddFirstAnswer(ReportOptions options, SectionResult result, string snapshot)
    {
        double[][] runs = [.. Enumerable.Range(0, options.Rounds(Rounds)).Select(_ => FirstAnswer(snapshot))];
        ReportTable table = result.Add(new ReportTable
        {
            Title = "Opening a snapshot and the first answer from it, ms of processor time",
            Heading = "in a process that",
            Columns = ["ms"],
        });
        table.Add("did neither before, by the JIT", Median(static run => run[0]));
        table.Add("did both before", Median(static run => run[1]));

        double Median(Func<double[], double> figure) => runs.Select(figure).Order().ElementAt(runs.Length / 2);
    }

    private static double[] FirstAnswer(string snapshot)
    {
        ProcessStartInfo start = OwnProgram.Start("first-query", snapshot);
        start.RedirectStandardOutput = true;
        start.Environment["DOTNET_TieredCompilation"] = "1";
        using Process process = Process.Start(start)!;
        return [.. process.StandardOutput.ReadToEnd().Split(' ').Select(PeerProtocol.ReadNumber)];
    }

    private static string BinarySize(ReportOptions options) =>
        options.BinaryPath is { } binary ? FormattableString.Invariant($", the binary {new FileInfo(binary).Length / 1e6:n1} MB") : "";
}

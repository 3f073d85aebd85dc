using BenchmarkDotNet.Running;
using SpatialIndex.Benchmarks;
using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.Server;
using SpatialIndex.Benchmarks.SideBySide;

switch (args)
{
    case ["side-by-side", "--dataset", string dataset]:
        SideBySideRunner.Run(dataset, []);
        break;
    case ["side-by-side", "--dataset", string dataset, "--ops", .. string[] operations]:
        SideBySideRunner.Run(dataset, operations);
        break;
    case ["render", string folder]:
        new ReportFolder(folder).Render();
        break;
    case ["sections"]:
        Console.WriteLine(string.Join('\n', ReportSections.All.Select(static section => section.Name)));
        break;
    case ["peer", string dataset]:
        PeerServer.Run(dataset);
        break;
    case ["first-query", string snapshot]:
        FirstQuery.Run(snapshot);
        break;
    case ["throughput-server", string snapshot, string list]:
        await ThroughputServer.RunAsync(snapshot, list);
        break;
    case [string name, .. string[] options] when ReportSections.Named(name) is { } section:
        return SectionRun.Run(section, new ReportOptions(options)) ? 0 : 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

return 0;

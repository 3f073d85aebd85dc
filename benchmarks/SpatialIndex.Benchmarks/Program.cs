using System.Globalization;
using BenchmarkDotNet.Running;
using SpatialIndex.Benchmarks;
using SpatialIndex.Benchmarks.Geocoding;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.Server;
using SpatialIndex.Benchmarks.SideBySide;

switch (args)
{
    case ["first-query", string snapshot]:
        FirstQuery.Run(snapshot);
        break;
    case ["side-by-side", "--dataset", string dataset]:
        SideBySideRunner.Run(dataset, []);
        break;
    case ["side-by-side", "--dataset", string dataset, "--ops", .. string[] operations]:
        SideBySideRunner.Run(dataset, operations);
        break;
    case ["accuracy", .. string[] options]:
        return AccuracyReport.Run(new ReportOptions(options)) ? 0 : 1;
    case ["batch", .. string[] options]:
        BatchReport.Run(new ReportOptions(options));
        break;
    case ["build", .. string[] options]:
        return BuildReport.Run(new ReportOptions(options)) ? 0 : 1;
    case ["cases"]:
        CasesReport.Run();
        break;
    case ["clairvoyant", .. string[] options]:
        ClairvoyantReport.Run(new ReportOptions(options));
        break;
    case ["geocoding", "--data", string folder]:
        GeocodingReport.Run(folder);
        break;
    case ["geocoding", "--data", string folder, "--samples", string samples, "--failures", string failures]:
        GeocodingReport.Run(folder, int.Parse(samples, CultureInfo.InvariantCulture), int.Parse(failures, CultureInfo.InvariantCulture));
        break;
    case ["growth", .. string[] options]:
        GrowthReport.Run(new ReportOptions(options));
        break;
    case ["memory", .. string[] options]:
        MemoryReport.Run(new ReportOptions(options));
        break;
    case ["throughput-server", string snapshot, string list]:
        await ThroughputServer.RunAsync(snapshot, list);
        break;
    case ["plans", .. string[] options]:
        PlansReport.Run(new ReportOptions(options));
        break;
    case ["snapshots", .. string[] options]:
        SnapshotReport.Run(new ReportOptions(options));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

return 0;

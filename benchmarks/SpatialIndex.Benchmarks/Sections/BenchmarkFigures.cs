using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using SpatialIndex.Benchmarks.Reports;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>The figures of a method that BenchmarkDotNet timed.</summary>
/// <param name="Name">The method, or what it is described as.</param>
/// <param name="Parameter">The value of the parameter; empty where there is none.</param>
/// <param name="Nanoseconds">The median of a call.</param>
/// <param name="Bytes">Allocated by a call.</param>
internal sealed record BenchmarkFigures(string Name, string Parameter, double Nanoseconds, double Bytes)
{
    private const int Iterations = 5;
    private static readonly TimeInterval IterationTime = TimeInterval.FromMilliseconds(200);

    /// <summary>Times the methods of a class, in this process and by its processor time; only calls each when quick.</summary>
    public static BenchmarkFigures[] Measure<TBenchmarks>(ReportOptions options)
    {
        DirectoryInfo artifacts = Directory.CreateTempSubdirectory("spatialindex-benchmarks-");
        try
        {
            Job job = options.IsQuick ? Job.Dry : Job.ShortRun.WithIterationCount(Iterations).WithIterationTime(IterationTime);
            ManualConfig config = ManualConfig.CreateEmpty()
                .AddJob(job.WithClock(new ProcessorClock()).WithToolchain(InProcessEmitToolchain.Instance))
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(NullLogger.Instance)
                .WithArtifactsPath(artifacts.FullName);
            Summary summary = BenchmarkRunner.Run<TBenchmarks>(config);
            return [.. summary.Reports.Select(Of)];
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }

    private static BenchmarkFigures Of(BenchmarkReport report)
    {
        BenchmarkCase benchmark = report.BenchmarkCase;
        return new BenchmarkFigures(
            benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            benchmark.Parameters.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{benchmark.Parameters[0].Value:n0}"),
            report.ResultStatistics?.Median ?? throw new InvalidOperationException($"{benchmark.DisplayInfo} did not run."),
            report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0);
    }
}

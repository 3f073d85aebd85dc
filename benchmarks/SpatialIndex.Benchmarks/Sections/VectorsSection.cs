using System.Diagnostics;
using SpatialIndex.Benchmarks.Peers;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>Our searches by the code that machines with narrower vectors run.</summary>
internal sealed class VectorsSection : ISection
{
    private static readonly (string Name, string? Switch)[] Ways =
    [
        ("as the machine is", null),
        ("without AVX-512", "DOTNET_EnableAVX512"),
        ("without AVX2", "DOTNET_EnableAVX2"),
        ("no vectors", "DOTNET_EnableHWIntrinsic"),
    ];

    public string Name => "vectors";

    public string Title => "Narrower vectors and the plain path";

    public string About =>
        "Our searches in processes for which vector instructions are switched off (`DOTNET_EnableAVX512=0` …), in the code that other machines run.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        foreach (Dataset data in options.Datasets(1_000_000))
        {
            using var files = new DatasetFiles(data);
            using Contest contest = options.Between([.. Ways.Select(way => Start(way.Name, way.Switch, files.Path))]);
            ReportTable table = result.Add(new ReportTable
            {
                Title = $"{data.Title}: µs a query",
                Heading = "operation",
                Columns = [.. Ways.Select(static way => way.Name)],
            });
            foreach (Operation operation in Operation.All)
            {
                table.Add(operation.Name, contest.Time(operation).Select(static nanoseconds => nanoseconds / 1000));
            }
        }
    }

    private static ProcessContender Start(string name, string? switchedOff, string datasetPath)
    {
        ProcessStartInfo start = OwnProgram.Start("peer", datasetPath);
        if (switchedOff is not null)
        {
            start.Environment[switchedOff] = "0";
        }

        return new ProcessContender(start, name);
    }
}

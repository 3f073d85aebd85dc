using SpatialIndex.Benchmarks.Reports;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary><see cref="ContractBenchmarks"/>: a request of the contract, whole and by its steps.</summary>
internal sealed class RequestSection : ISection
{
    public string Name => "request";

    public string Title => "A request";

    public string About =>
        "Around Lyon on the sample of La Poste, from the query string to the JSON body in one pooled buffer, by BenchmarkDotNet; then the body of 100 points "
        + "beside the serializer of .NET with generated code, which is given the same points as finished objects.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        ReportTable table = result.Add(new ReportTable { Title = "Steps of a request", Heading = "step", Columns = ["µs", "bytes allocated"] });
        foreach (BenchmarkFigures figures in BenchmarkFigures.Measure<ContractBenchmarks>(options))
        {
            table.Add(figures.Name, figures.Nanoseconds / 1000, figures.Bytes);
        }
    }
}

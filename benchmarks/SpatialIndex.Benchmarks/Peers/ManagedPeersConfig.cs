using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Reports;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>Shows allocations, and the names of the operations in full.</summary>
internal sealed class ManagedPeersConfig : ManualConfig
{
    private const int LongestName = 30;

    public ManagedPeersConfig()
    {
        AddDiagnoser(MemoryDiagnoser.Default);
        SummaryStyle = SummaryStyle.Default.WithMaxParameterColumnWidth(LongestName);
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>What measures.</summary>
internal static class Machine
{
    private const string ProcessorInformation = "/proc/cpuinfo";

    /// <summary>Processor, memory, system, runtime and vectors, in words.</summary>
    public static string Describe()
    {
        double gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        string memory = string.Create(CultureInfo.InvariantCulture, $"{gigabytes:n0} GB of memory");
        return string.Join(
            ", ",
            ProcessorName(),
            $"{Processors} processors",
            memory,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            $"vectors of {VectorBits()} bits");
    }

    /// <summary>Those of the machine, of which this process may be kept to one.</summary>
    public static int Processors => File.Exists(ProcessorInformation) ? ProcessorLines("processor").Count() : Environment.ProcessorCount;

    private static string ProcessorName() => File.Exists(ProcessorInformation)
        ? ProcessorLines("model name").Select(static line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()).FirstOrDefault("processor")
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static IEnumerable<string> ProcessorLines(string field) =>
        File.ReadLines(ProcessorInformation).Where(line => line.StartsWith(field, StringComparison.Ordinal));

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}

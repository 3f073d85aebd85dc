using System.Text.Json.Serialization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Reads and writes <see cref="SectionResult"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(SectionResult))]
internal sealed partial class SectionResultContext : JsonSerializerContext;

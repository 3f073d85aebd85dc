using System.Text.Json.Serialization;

namespace SpatialIndex.Benchmarks;

/// <summary>Writes <see cref="ListBody"/> with the contract's names, by code made when this is compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ListBody))]
internal sealed partial class ListBodyContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>How keys files are read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(KeysFileContent))]
internal sealed partial class KeysJson : JsonSerializerContext;

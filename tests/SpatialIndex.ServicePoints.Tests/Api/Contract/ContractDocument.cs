using System.Text.Json.Nodes;

namespace SpatialIndex.ServicePoints.Tests.Api.Contract;

/// <summary>The contract's OpenAPI document.</summary>
internal static class ContractDocument
{
    /// <summary>A fresh copy, to change at will; skips the test where the contract is not at hand.</summary>
    public static JsonObject Read()
    {
        using StreamReader reader = File.OpenText(Repository.Shared("contract/service-points.openapi.yaml"));
        return YamlJson.Read(reader).AsObject();
    }

    /// <summary>Every object of a document, the outer ones first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? root) => root switch
    {
        JsonObject item => item.Select(static pair => pair.Value).SelectMany(Objects).Prepend(item),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}

using System.Text.Json.Nodes;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;
using SpatialIndex.ServicePoints.Tests.Api.Contract;

namespace SpatialIndex.ServicePoints.Tests.Api.Client;

/// <summary>Makes a client of the contract's OpenAPI document with NSwag, as a user of the online API would.</summary>
internal static class ClientGenerator
{
    /// <summary>The source of <c>ServicePointsClient.g.cs</c>.</summary>
    public static async Task<string> GenerateAsync()
    {
        OpenApiDocument document = await OpenApiDocument.FromJsonAsync(ReadForNSwag().ToJsonString());
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "ServicePointsClient",
            UseBaseUrl = false,
            GenerateOptionalParameters = true,
            OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
        };
        settings.CSharpGeneratorSettings.Namespace = typeof(ClientGenerator).Namespace!;
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        return new CSharpClientGenerator(document, settings).GenerateFile().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// NSwag knows version 3.0 of OpenAPI, which writes null as <c>nullable</c>. The operations are named by the last word of their
    /// long identifiers; errors are the array that they always are, and the code of one may be null, as that of a 503 is.
    /// </summary>
    private static JsonObject ReadForNSwag()
    {
        JsonObject document = ContractDocument.Read();
        document["openapi"] = "3.0.3";
        JsonNode schemas = document["components"]!["schemas"]!;
        schemas["errors"]!["properties"]!["errors"]!["type"] = "array";
        schemas["ErrorObject"]!["properties"]!["code"]!["nullable"] = true;
        foreach (JsonObject item in ContractDocument.Objects(document).ToList())
        {
            if (item["operationId"] is JsonValue identifier)
            {
                item["operationId"] = identifier.GetValue<string>().Split('-')[^1];
            }

            WriteNullAsNullable(item);
        }

        return document;
    }

    private static void WriteNullAsNullable(JsonObject schema)
    {
        if (schema["type"] is JsonArray types && types.Count == 2 && (string?)types[1] == "null")
        {
            schema["type"] = types[0]!.DeepClone();
            schema["nullable"] = true;
        }

        if (schema["anyOf"] is JsonArray choices && choices.Count == 2 && (string?)choices[1]!["type"] == "null")
        {
            schema.Remove("anyOf");
            schema["nullable"] = true;
            JsonObject choice = choices[0]!.DeepClone().AsObject();
            if (choice.ContainsKey("$ref"))
            {
                schema["allOf"] = new JsonArray(choice);
                return;
            }

            foreach ((string name, JsonNode? value) in choice)
            {
                schema[name] = value?.DeepClone();
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace SpatialIndex.ServicePoints.Tests.Api.Contract;

/// <summary>
/// Checks bodies against the schemas of the contract's OpenAPI document, with a validator that knows nothing of this project.
/// Stricter than the document where its words or the rules are: no other properties than it names, times and instants in their
/// form, errors as R4 has them. Laxer where it contradicts itself: null is a value of nullable enumerations, and the code of a 503.
/// </summary>
internal sealed class ContractSchemas
{
    private const string BasePath = "/api/v3";
    private const string ErrorSchema = "errors";

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonObject _paths;
    private readonly JsonObject _components;
    private readonly ConcurrentDictionary<(string? Template, HttpMethod Method, int Status), JsonSchema> _schemas = new();

    /// <summary>Reads the document; skips the test where it is not at hand.</summary>
    public ContractSchemas()
    {
        JsonObject document = ContractDocument.Read();
        _paths = document["paths"]!.AsObject();
        _components = document["components"]!["schemas"]!.AsObject();
        foreach (JsonObject schema in ContractDocument.Objects(document).ToList())
        {
            AllowNullInNullableEnumerations(schema);
            ForbidOtherProperties(schema);
        }

        AddForms();
    }

    /// <summary>Asserts that a body is one that the contract allows for a request and a status.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="path">The path of the request, with the base path.</param>
    /// <param name="status">The status of the response. One that the operation does not list must have the shape of an error.</param>
    /// <param name="body">The body of the response.</param>
    public void Validate(HttpMethod method, string path, int status, string body)
    {
        IReadOnlyList<string> problems = Problems(method, path, status, body);
        Assert.True(problems.Count == 0, $"{method} {path}: {status} {body}\n{string.Join('\n', problems)}");
    }

    /// <summary>What is wrong with a body; nothing when it is valid.</summary>
    public IReadOnlyList<string> Problems(HttpMethod method, string path, int status, string body)
    {
        JsonNode? instance;
        try
        {
            instance = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            return [exception.Message];
        }

        string? template = _paths.Select(static entry => entry.Key).FirstOrDefault(template => IsMatch(template, path));
        EvaluationResults results = _schemas.GetOrAdd((template, method, status), SchemaOf).Evaluate(instance, Options);
        if (!results.IsValid)
        {
            return
            [
                .. results.Details.Where(static detail => detail.HasErrors)
                    .SelectMany(static detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")),
            ];
        }

        return status == 200 ? [] : [.. ErrorRules.Problems(status, instance!)];
    }

    private JsonSchema SchemaOf((string? Template, HttpMethod Method, int Status) response)
    {
        JsonNode? operation = response.Template is { } template ? _paths[template]![response.Method.Method.ToLowerInvariant()] : null;
        JsonNode? schema = operation?["responses"]?[$"{response.Status}"]?["content"]?["application/json"]?["schema"];
        if (schema is null && response.Status == 200)
        {
            throw new ArgumentException($"The contract has no answer 200 for {response.Method} {response.Template}.", nameof(response));
        }

        JsonObject root = schema?.DeepClone().AsObject() ?? new JsonObject { ["$ref"] = $"#/components/schemas/{ErrorSchema}" };
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        root["$defs"] = _components.DeepClone();
        foreach (JsonObject reference in ContractDocument.Objects(root).Where(static item => item.ContainsKey("$ref")).ToList())
        {
            reference["$ref"] = reference["$ref"]!.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        }

        return JsonSchema.FromText(root.ToJsonString());
    }

    private static bool IsMatch(string template, string path)
    {
        string[] expected = $"{BasePath}{template}".Split('/');
        string[] actual = path.Split('/');
        return expected.Length == actual.Length && expected.Zip(actual).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    /// <summary>OPEN 38.</summary>
    private static void AllowNullInNullableEnumerations(JsonObject schema)
    {
        if (schema["enum"] is JsonArray values && schema["type"] is JsonArray types && types.Any(static type => (string?)type == "null"))
        {
            values.Add(null);
        }
    }

    /// <summary>Where a schema is part of another by allOf, only the whole can tell; so a component is closed where it is referred to.</summary>
    private static void ForbidOtherProperties(JsonObject schema)
    {
        bool isPart = schema.Parent is JsonArray { Parent: JsonObject } list && list.GetPropertyName() == "allOf";
        bool isComponent = schema.Parent?.GetPath() == "$.components.schemas";
        bool isObject = schema.ContainsKey("allOf") || schema["properties"] is JsonObject || schema["$ref"] is JsonValue;
        if (isObject && !isPart && !isComponent)
        {
            schema["unevaluatedProperties"] = false;
        }
    }

    /// <summary>R41, OPEN 34 and OPEN 22, which the document has only in words and examples.</summary>
    private void AddForms()
    {
        JsonNode openingTime = _components["OpeningTime"]!["properties"]!;
        openingTime["start_time"]!["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
        openingTime["end_time"]!["pattern"] = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
        _components["ServicePointDetail"]!["properties"]!["next_open_at"]!["pattern"] = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$";
        JsonNode code = _components["ErrorObject"]!["properties"]!["code"]!;
        code["type"] = new JsonArray("string", "null");
        code["enum"]!.AsArray().Add(null);
    }
}

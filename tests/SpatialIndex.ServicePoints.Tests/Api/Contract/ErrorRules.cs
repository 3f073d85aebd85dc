using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialIndex.ServicePoints.Tests.Api.Contract;

/// <summary>What R4, OPEN 22 and OPEN 40 ask of errors beyond their schema.</summary>
internal static class ErrorRules
{
    public static IEnumerable<string> Problems(int status, JsonNode body)
    {
        if (body["errors"] is not JsonArray { Count: > 0 } errors)
        {
            return ["/errors: is not an array of at least one error"];
        }

        return errors.SelectMany((error, i) => Problems(status, error!.AsObject()).Select(problem => $"/errors/{i}: {problem}"));
    }

    private static IEnumerable<string> Problems(int status, JsonObject error)
    {
        if ((string?)error["status"] != status.ToString(CultureInfo.InvariantCulture))
        {
            yield return $"its status is not that of the response, {status}";
        }

        if (error["code"] is null != (status == 503))
        {
            yield return "its code is null, or that of a 503 is not";
        }

        if (ContractDocument.Objects(error).SelectMany(static item => item).Any(static pair => IsEmptyText(pair.Value)))
        {
            yield return "it has an empty text";
        }

        if (error.ContainsKey("source") && error["source"] is not JsonObject { Count: 1 })
        {
            yield return "its source does not name one place";
        }
    }

    private static bool IsEmptyText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length == 0;
}

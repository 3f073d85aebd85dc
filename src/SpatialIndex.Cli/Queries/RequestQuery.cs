using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api.Requests;

namespace SpatialIndex.Cli.Queries;

/// <summary>A request put together as the query string that the contract has for it.</summary>
internal sealed class RequestQuery
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether nothing was given.</summary>
    public bool IsEmpty => _text.Length == 0;

    public void Add(string name, string value) => _text.Append(_text.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));

    /// <summary>
    /// Reads a request object: values are texts, numbers, truth values or arrays of them. Null is as good as absent, an array of
    /// identifiers without values finds nothing, other arrays without values are as good as absent, and parameters that are not known are
    /// ignored.
    /// </summary>
    /// <exception cref="JsonException">A value is another object.</exception>
    public static RequestQuery FromJson(JsonElement element)
    {
        var query = new RequestQuery();
        foreach (JsonProperty property in element.EnumerateObject().Where(static property => ParameterNames.All.Contains(property.Name)))
        {
            bool isArray = property.Value.ValueKind == JsonValueKind.Array;
            IEnumerable<JsonElement> values = isArray ? property.Value.EnumerateArray() : [property.Value];
            string[] given = [.. values.Select(value => BatchFile.TextOf(property.Name, value)).OfType<string>()];
            if (isArray && given.Length == 0 && property.Name == "carrier_service_point_id")
            {
                // No point has an empty identifier.
                query.Add(property.Name, "");
            }

            foreach (string value in given)
            {
                query.Add(property.Name, value);
            }
        }

        return query;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}

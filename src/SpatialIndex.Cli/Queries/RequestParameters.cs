using System.Text.Json;

namespace SpatialIndex.Cli.Queries;

/// <summary>The parameters of a request by the contract's names, each with its values as text.</summary>
internal sealed class RequestParameters
{
    /// <summary>The contract's parameters in its order; true for those that may be repeated.</summary>
    public static IReadOnlyList<(string Name, bool IsList)> Known { get; } =
    [
        ("country_code", false), ("carrier_code", true), ("use_integration_carriers", false), ("address", false), ("address_street", false),
        ("address_house_number", false), ("address_postal_code", false), ("address_city", false), ("latitude", false), ("longitude", false),
        ("ne_latitude", false), ("ne_longitude", false), ("sw_latitude", false), ("sw_longitude", false), ("radius", false),
        ("carrier_service_point_id", true), ("carrier_shop_type", false), ("general_shop_type", true), ("limit", false),
    ];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Whether nothing was given.</summary>
    public bool IsEmpty => _values.Count == 0;

    public void Add(string name, string value) => ValuesOf(name).Add(value);

    /// <summary>The last value given; null when there is none.</summary>
    public string? Last(string name) => _values.TryGetValue(name, out List<string>? values) && values.Count > 0 ? values[^1] : null;

    /// <summary>All values given; null when the parameter was not given at all.</summary>
    public IReadOnlyList<string>? All(string name) => _values.GetValueOrDefault(name);

    /// <summary>
    /// Reads a request object: values are texts, numbers, truth values or, for lists, arrays of them. Null is as good as absent,
    /// an empty array is a list that nothing is in, and parameters that are not known are ignored.
    /// </summary>
    public static RequestParameters FromJson(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new RequestException("the request is not a JSON object");
        }

        var parameters = new RequestParameters();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!Known.Any(known => known.Name == property.Name))
            {
                continue;
            }

            bool isArray = property.Value.ValueKind == JsonValueKind.Array;
            IEnumerable<JsonElement> values = isArray ? property.Value.EnumerateArray() : [property.Value];
            if (isArray)
            {
                parameters.ValuesOf(property.Name);
            }

            foreach (JsonElement value in values)
            {
                if (value.ValueKind != JsonValueKind.Null)
                {
                    parameters.Add(property.Name, TextOf(property.Name, value));
                }
            }
        }

        return parameters;
    }

    private List<string> ValuesOf(string name)
    {
        if (!_values.TryGetValue(name, out List<string>? values))
        {
            _values.Add(name, values = []);
        }

        return values;
    }

    private static string TextOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new RequestException($"{name} is neither a text nor a number"),
    };
}

using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>
/// Reads a JSON object property by property and says, with the full key, what is wrong: a key that is not known, a value of
/// the wrong kind, a required key that is missing.
/// </summary>
internal sealed class JsonObjectReader
{
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly string _path;

    public JsonObjectReader(JsonElement element, string file, string path)
    {
        _file = file;
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Error(null, "must be an object");
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!_properties.TryAdd(property.Name, property.Value))
            {
                throw Error(property.Name, "is given twice");
            }
        }
    }

    public IEnumerable<string> Keys => _properties.Keys;

    public FeedException Error(string? key, string problem)
    {
        string place = (_path.Length, key) switch
        {
            (0, null) => "the file",
            (_, null) => $"\"{_path}\"",
            (0, _) => $"\"{key}\"",
            _ => $"\"{_path}.{key}\"",
        };
        return new FeedException($"{_file}: {place} {problem}.");
    }

    private string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    public JsonElement? Optional(string key)
    {
        _read.Add(key);
        return _properties.TryGetValue(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>Whether the key has a value other than null.</summary>
    public bool Has(string key) => Optional(key) is not null;

    /// <summary>Whether the key is written, even if its value is null.</summary>
    public bool IsWritten(string key) => _properties.ContainsKey(key);

    public JsonElement Required(string key) => Optional(key) ?? throw Error(key, "is missing");

    public string? OptionalText(string key) => Optional(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Error(key, "must be a text");

    public string RequiredText(string key)
    {
        Required(key);
        return OptionalText(key) is { Length: > 0 } text ? text : throw Error(key, "must not be empty");
    }

    public bool? OptionalFlag(string key) => Optional(key)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error(key, "must be true or false"),
    };

    public int? OptionalInteger(string key, int least, int greatest)
    {
        if (Optional(key) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= greatest
            ? number
            : throw Error(key, $"must be a whole number from {least} to {greatest}");
    }

    public double RequiredNumber(string key) =>
        Required(key) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : throw Error(key, "must be a number");

    public IReadOnlyList<JsonElement>? OptionalList(string key)
    {
        if (Optional(key) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw Error(key, "must be an array");
    }

    public IReadOnlyList<string>? OptionalTexts(string key)
    {
        if (OptionalList(key) is not { } items)
        {
            return null;
        }

        return items.All(static item => item.ValueKind == JsonValueKind.String)
            ? [.. items.Select(static item => item.GetString()!)]
            : throw Error(key, "must be an array of texts");
    }

    public JsonObjectReader? OptionalObject(string key) =>
        Optional(key) is { } value ? new JsonObjectReader(value, _file, PathOf(key)) : null;

    public JsonObjectReader Item(string key, int index, JsonElement element) => new(element, _file, $"{PathOf(key)}[{index}]");

    /// <summary>Refuses the first key that was not asked for.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (string key in _properties.Keys)
        {
            if (!_read.Contains(key))
            {
                throw Error(key, $"is not a key that is known here; known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}");
            }
        }
    }
}
